// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What an object says of its series (PS3.3 C.7.3.1).
 *
 * @param series Series Instance UID; some senders use one in several studies, so it names a series only within its study
 * @param modality such as CT; empty when absent
 * @param description empty when absent
 */
public record SeriesFacts(
        String series,
        @Nullable Integer number,
        String modality,
        String description,
        @Nullable String bodyPart) {}
