// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.wardlight.rendering.dicom.Value.Bytes;
import org.wardlight.rendering.dicom.Value.InFile;
import org.wardlight.rendering.dicom.Value.Raw;
import org.wardlight.rendering.dicom.Value.Streamed;

/** A long value as a stream, read by range a piece at a time, so that it is never in memory as a whole. One thread. */
public final class RawInput extends InputStream {
    /** A multiple of every unit, so that no number is cut. */
    private static final int PIECE = 64 * 1024;

    private static final long WIDEST = 8;

    private final InFile value;
    private final int unit;
    private byte[] piece = new byte[0];
    private int at;
    private long fetched;

    private RawInput(InFile value, int unit) {
        this.value = value;
        this.unit = unit;
    }

    /** The bytes of a value from its first, numbers in little endian; the source of one left in a file must stay open. */
    public static InputStream open(Raw raw, Vr vr) throws IOException {
        if (raw instanceof InFile inFile) {
            return new RawInput(inFile, inFile.bigEndian() ? vr.unit() : 1);
        }
        return raw instanceof Streamed streamed
                ? streamed.opener().open()
                : new ByteArrayInputStream(((Bytes) raw).bytes());
    }

    @Override
    public int read() throws IOException {
        return fill() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, target, offset, count);
        at += count;
        return count;
    }

    /** Goes on without fetching what is left out, but for the rest of a number. */
    @Override
    public long skip(long count) throws IOException {
        if (at < piece.length) {
            int here = (int) Math.min(count, piece.length - at);
            at += here;
            return here;
        }
        long whole = Math.min(count, value.length() - fetched) & -WIDEST;
        if (whole <= 0) {
            return super.skip(count);
        }
        fetched += whole;
        return whole;
    }

    private boolean fill() throws IOException {
        if (at < piece.length) {
            return true;
        }
        int count = (int) Math.min(PIECE, value.length() - fetched);
        if (count <= 0) {
            return false;
        }
        byte[] next = new byte[count];
        value.source().read(value.offset() + fetched, next, 0, count);
        Bits.reverseUnits(next, unit);
        fetched += count;
        piece = next;
        at = 0;
        return true;
    }
}
