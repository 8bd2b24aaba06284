// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scu;

import java.util.List;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.sync.dimse.message.Status;

/**
 * What a query brought.
 *
 * @param status the last one; cancelled when enough was found
 * @param comment of the peer; empty when it had none
 */
public record Found(int status, String comment, List<DataSet> matches) {
    public Found {
        matches = List.copyOf(matches);
    }

    /** Whether these are all matches. */
    public boolean isComplete() {
        return status == Status.SUCCESS;
    }

    public boolean isRefused() {
        return status != Status.SUCCESS && status != Status.CANCELLED;
    }

    /** The status in plain words. */
    public String words() {
        return Status.words(status) + (comment.isEmpty() ? "" : ": " + comment);
    }
}
