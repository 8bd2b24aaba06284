// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.isolation;

import java.io.IOException;

/** A child process did not answer: it is gone, and the request with it. */
public final class ChildFault extends IOException {
    private static final long serialVersionUID = 1L;

    /** What became of it. */
    public enum Reason {
        /** It crashed or ended. */
        ENDED("ended unexpectedly"),
        /** It was stopped at its time limit. */
        TIME("took too long and was stopped"),
        /** It was stopped at its memory limit. */
        MEMORY("asked for too much memory and was stopped");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** For a message: "the decoder …". */
        public String words() {
            return words;
        }
    }

    private final Reason reason;

    ChildFault(Reason reason) {
        super("the child process " + reason.words);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
