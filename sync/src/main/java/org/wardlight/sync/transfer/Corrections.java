// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.util.List;
import org.wardlight.sync.catalog.Correction;

/** What {@code GET /api/v1/studies/{study}/corrections} gives: corrections of the study's identity, oldest first. */
public record Corrections(List<Correction> corrections) {
    public Corrections {
        corrections = List.copyOf(corrections);
    }
}
