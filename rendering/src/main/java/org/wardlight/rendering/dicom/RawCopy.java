// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wardlight.rendering.dicom.Value.Bytes;
import org.wardlight.rendering.dicom.Value.InFile;
import org.wardlight.rendering.dicom.Value.Raw;
import org.wardlight.rendering.dicom.Value.Streamed;

/** Copies values out in pieces, turns numbers into the byte order that is written, and pads to an even length. One thread. */
final class RawCopy {
    /** A multiple of every unit, so that no number is cut. */
    private static final int PIECE = 64 * 1024;

    private final OutputStream out;
    private final boolean bigEndian;

    RawCopy(OutputStream out, boolean bigEndian) {
        this.out = out;
        this.bigEndian = bigEndian;
    }

    void write(Raw raw, Vr vr) throws IOException {
        if (raw instanceof Bytes bytes) {
            piece(bigEndian ? bytes.bytes().clone() : bytes.bytes(), bytes.bytes().length, bigEndian ? vr.unit() : 1);
        } else if (raw instanceof InFile inFile) {
            int unit = inFile.bigEndian() == bigEndian ? 1 : vr.unit();
            copy(
                    inFile.length(),
                    unit,
                    (position, target, length) -> inFile.source().read(inFile.offset() + position, target, 0, length));
        } else if (raw instanceof Streamed streamed) {
            try (InputStream in = streamed.opener().open()) {
                copy(streamed.length(), bigEndian ? vr.unit() : 1, (position, target, length) -> {
                    if (in.readNBytes(target, 0, length) < length) {
                        throw new EOFException("a streamed value ends before its " + streamed.length() + " bytes");
                    }
                });
            }
        }
        if (raw.length() % 2 == 1) {
            out.write(vr.padding());
        }
    }

    private void copy(long length, int unit, Reader reader) throws IOException {
        byte[] bytes = new byte[(int) Math.min(PIECE, length)];
        for (long position = 0; position < length; position += bytes.length) {
            int count = (int) Math.min(bytes.length, length - position);
            reader.read(position, bytes, count);
            piece(bytes, count, unit);
        }
    }

    private void piece(byte[] bytes, int count, int unit) throws IOException {
        byte[] exact = unit > 1 && count < bytes.length ? java.util.Arrays.copyOf(bytes, count) : bytes;
        Bits.reverseUnits(exact, unit);
        out.write(exact, 0, count);
    }

    @FunctionalInterface
    private interface Reader {
        void read(long position, byte[] target, int length) throws IOException;
    }
}
