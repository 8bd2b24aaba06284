// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scu;

import org.wardlight.sync.dimse.message.Status;

/**
 * What became of one object.
 *
 * @param status that the receiver answered, or that stands for why it was not sent
 * @param reason in plain words; empty when it arrived without a warning
 */
public record Sent(String sopInstance, int status, String reason) {
    /** Whether the receiver has it now. */
    public boolean arrived() {
        return Status.isDone(status);
    }

    public boolean warned() {
        return Status.isWarning(status);
    }
}
