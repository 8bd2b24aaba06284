// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scp;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.sync.dimse.message.CommandSet;
import org.wardlight.sync.dimse.message.CommandTag;
import org.wardlight.sync.dimse.message.Status;
import org.wardlight.sync.dimse.scu.Sent;

/** Counts the sub-operations of a retrieval (PS3.4 C.4.2.1.6). One thread. */
final class SubCount {
    private static final int MOST = 0xFFFF;

    private final int total;
    private final List<String> failed = new ArrayList<>();
    private String reason = "";
    private int completed;
    private int warning;

    SubCount(int total) {
        this.total = total;
    }

    void add(Sent sent) {
        if (!sent.arrived()) {
            failed.add(sent.sopInstance());
            reason = sent.reason();
        } else if (sent.warned()) {
            warning++;
        } else {
            completed++;
        }
    }

    /** Those that arrived, with or without a warning. */
    int sent() {
        return completed + warning;
    }

    int remaining() {
        return total - completed - warning - failed.size();
    }

    List<String> failed() {
        return List.copyOf(failed);
    }

    /** Why the last one failed. */
    String reason() {
        return reason;
    }

    /** How it ended: all failed, some did or had warnings, none did. */
    int status() {
        if (!failed.isEmpty() && completed + warning == 0) {
            return Status.OUT_OF_RESOURCES_SUBOPERATIONS;
        }
        return failed.isEmpty() && warning == 0 ? Status.SUCCESS : Status.WARNING_SUBOPERATIONS;
    }

    /** @param goesOn whether the number of those that remain is told (PS3.7 9.1.3.1.7) */
    CommandSet.Builder tell(CommandSet.Builder response, boolean goesOn) {
        if (goesOn) {
            number(response, CommandTag.REMAINING, remaining());
        }
        number(response, CommandTag.COMPLETED, completed);
        number(response, CommandTag.FAILED, failed.size());
        number(response, CommandTag.WARNING, warning);
        return response;
    }

    private static void number(CommandSet.Builder response, int tag, int value) {
        response.number(tag, Math.min(value, MOST));
    }
}
