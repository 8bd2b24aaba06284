// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scu;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.sync.dimse.message.QueryTag;

/**
 * The result of storage commitment (PS3.4 J.3.3).
 *
 * @param transaction Transaction UID of the request
 * @param committed SOP Instance UIDs that the peer answers for from now on
 * @param failed those that it does not, with Failure Reason (0008,1197); 0 when it gave none
 */
public record Commitment(String transaction, List<String> committed, Map<String, Integer> failed) {
    public Commitment {
        committed = List.copyOf(committed);
        failed = Map.copyOf(failed);
    }

    /** From the data set of an N-EVENT-REPORT. */
    public static Commitment of(DataSet report) {
        Map<String, Integer> failed = new LinkedHashMap<>();
        for (DataSet item : report.items(QueryTag.FAILED_SOP_SEQUENCE)) {
            item.string(Tag.REFERENCED_SOP_INSTANCE_UID)
                    .ifPresent(uid -> failed.put(
                            uid, item.integer(QueryTag.FAILURE_REASON).orElse(0)));
        }
        return new Commitment(
                report.string(QueryTag.TRANSACTION_UID).orElse(""),
                report.items(QueryTag.REFERENCED_SOP_SEQUENCE).stream()
                        .flatMap(item -> item.string(Tag.REFERENCED_SOP_INSTANCE_UID).stream())
                        .toList(),
                failed);
    }
}
