// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.IOException;

/** A blob stream that breaks its format or ends inside a record: says at which byte. What came before it stands. */
public final class BrokenStream extends IOException {
    private static final long serialVersionUID = 1L;

    public BrokenStream(String message) {
        super(message);
    }
}
