// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

/** An item is not kept; the message says why, for its sender. */
final class Rejection extends Exception {
    private static final long serialVersionUID = 1L;

    Rejection(String reason) {
        super(reason);
    }
}
