// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is written by its blocks alone: reading one byte is reading a block of one. */
public abstract class BlockInput extends InputStream {
    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public abstract int read(byte[] target, int offset, int length) throws IOException;
}
