// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.util.List;

/** A series with its objects: by Instance Number (none last), then SOP Instance UID, then blob. */
public record SeriesRecord(SeriesFacts series, List<InstanceRecord> instances) {
    public SeriesRecord {
        instances = List.copyOf(instances);
    }
}
