// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.io.EOFException;

/** The one check of a range before it is read. */
final class Ranges {
    private Ranges() {}

    static void check(long position, int length, long size) throws EOFException {
        if (position < 0 || length < 0) {
            throw new IllegalArgumentException("negative range: " + position + " + " + length);
        }
        if (position > size - length) {
            throw new EOFException("bytes " + position + " to " + (position + length) + " of a blob of " + size);
        }
    }
}
