// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A zlib stream (RFC 1950) in memory, written a piece at a time so that nobody holds all of its input; one thread, to be closed. */
final class Deflating implements AutoCloseable {
    private static final int PIECE = 32 * 1024;

    private final Deflater deflater;
    private final List<byte[]> full = new ArrayList<>();
    private byte[] piece = new byte[PIECE];
    private int used;

    /** @param strategy of {@link Deflater} */
    Deflating(int level, int strategy) {
        deflater = new Deflater(level);
        deflater.setStrategy(strategy);
    }

    void write(byte[] input, int length) {
        deflater.setInput(input, 0, length);
        while (!deflater.needsInput()) {
            drain();
        }
    }

    void finish() {
        deflater.finish();
        while (!deflater.finished()) {
            drain();
        }
    }

    private void drain() {
        used += deflater.deflate(piece, used, PIECE - used);
        if (used == PIECE) {
            full.add(piece);
            piece = new byte[PIECE];
            used = 0;
        }
    }

    /** Bytes of the stream so far. */
    int size() {
        return Math.addExact(Math.multiplyExact(full.size(), PIECE), used);
    }

    void copyTo(byte[] target, int at) {
        int to = at;
        for (byte[] each : full) {
            System.arraycopy(each, 0, target, to, PIECE);
            to += PIECE;
        }
        System.arraycopy(piece, 0, target, to, used);
    }

    void sum(CRC32 crc) {
        full.forEach(each -> crc.update(each, 0, PIECE));
        crc.update(piece, 0, used);
    }

    @Override
    public void close() {
        deflater.end();
    }
}
