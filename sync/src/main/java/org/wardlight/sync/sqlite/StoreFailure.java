// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.sqlite;

/** The store cannot be read or written: the disk is full or failing, or the file is damaged. Nothing of the call was stored. */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
