// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.IOException;

/** Why a copy does not go on, as its caller can act on it. Messages hold no patient data and no text of the site. */
public abstract sealed class TransferException extends IOException {
    private static final long serialVersionUID = 1L;

    private TransferException(String message) {
        super(message);
    }

    /** The site cannot be reached or does not answer: try again later. */
    public static final class Unavailable extends TransferException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message) {
            super(message);
        }
    }

    /** The site no longer has this study, or no longer all of it. */
    public static final class NotThere extends TransferException {
        private static final long serialVersionUID = 1L;

        public NotThere(String message) {
            super(message);
        }
    }

    /** The site answers, but not as agreed: trying again changes nothing. */
    public static final class Refused extends TransferException {
        private static final long serialVersionUID = 1L;

        public Refused(String message) {
            super(message);
        }
    }

    /** Paused, unpinned or shut down; what has arrived is kept. */
    public static final class Stopped extends TransferException {
        private static final long serialVersionUID = 1L;

        public Stopped(String message) {
            super(message);
        }
    }

    /** A blob came with other bytes than its hash says, again and again. */
    public static final class Damaged extends TransferException {
        private static final long serialVersionUID = 1L;

        public Damaged(String message) {
            super(message);
        }
    }
}
