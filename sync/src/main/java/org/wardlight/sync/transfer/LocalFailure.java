// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.IOException;

/** The store here cannot take what arrives, such as when the disk is full: no fault of the link, so no reason to ask again. */
public final class LocalFailure extends IOException {
    private static final long serialVersionUID = 1L;

    public LocalFailure(Exception cause) {
        super("the local store could not take a part of a blob", cause);
    }
}
