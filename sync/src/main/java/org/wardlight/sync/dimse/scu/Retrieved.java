// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scu;

import java.util.List;
import org.wardlight.sync.dimse.message.Status;

/**
 * How a retrieval ended.
 *
 * @param comment of the peer; empty when it had none
 * @param failedInstances SOP Instance UIDs that it says have failed; providers may leave them out
 */
public record Retrieved(int status, String comment, Suboperations counts, List<String> failedInstances) {
    public Retrieved {
        failedInstances = List.copyOf(failedInstances);
    }

    /** Whether the peer says that all went well. */
    public boolean allDone() {
        return status == Status.SUCCESS && counts.failed() == 0;
    }

    /** Whether the peer did not even begin. */
    public boolean isRefused() {
        return !Status.isDone(status) && status != Status.CANCELLED && counts.completed() + counts.warning() == 0;
    }

    public String words() {
        return Status.words(status) + (comment.isEmpty() ? "" : ": " + comment);
    }
}
