// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import org.wardlight.rendering.RenderingException.MalformedDicom;

/** Decodes one sequential Huffman DCT scan (ITU T.81 F.2) of 12 bits, without subsampling, into interleaved samples. */
final class JpegDctScan {
    private final JpegInfo info;
    private final JpegScan scan;
    private final JpegTables tables;
    private final JpegBits bits;
    private final InverseDct inverse;
    private final int[] lastDc;
    private final int[] block = new int[64];

    JpegDctScan(JpegInfo info, JpegScan scan, JpegTables tables, JpegBits bits) {
        this.info = info;
        this.scan = scan;
        this.tables = tables;
        this.bits = bits;
        this.inverse = new InverseDct(info.precision());
        this.lastDc = new int[scan.components().size()];
    }

    void decode(short[] target) {
        int across = (info.columns() + 7) / 8;
        int down = (info.rows() + 7) / 8;
        int interval = tables.restartInterval();
        for (int unit = 0; unit < across * down; unit++) {
            if (interval > 0 && unit > 0 && unit % interval == 0) {
                bits.restart();
                java.util.Arrays.fill(lastDc, 0);
            }
            for (int c = 0; c < lastDc.length; c++) {
                readBlock(c);
                inverse.apply(block);
                store(
                        info,
                        block,
                        target,
                        unit % across * 8,
                        unit / across * 8,
                        scan.components().get(c).index());
            }
            bits.requireNotPastEnd();
        }
    }

    /** One block of coefficients, dequantised (F.2.2). */
    private void readBlock(int c) {
        JpegScan.Part part = scan.components().get(c);
        int[] factors = tables.quantisation(info.components().get(part.index()).table());
        java.util.Arrays.fill(block, 0);
        lastDc[c] += bits.signed(category(bits.symbol(tables.dc(part.dc()))));
        block[0] = lastDc[c] * factors[0];
        HuffmanTable ac = tables.ac(part.ac());
        for (int k = 1; k < 64; k++) {
            int symbol = bits.symbol(ac);
            int size = symbol & 15;
            int run = symbol >> 4;
            if (size == 0 && run != 15) {
                return;
            }
            k += run;
            if (k > 63) {
                throw new MalformedDicom("a JPEG block has more than 64 coefficients");
            }
            int place = JpegTables.natural(k);
            block[place] = bits.signed(size) * factors[place];
        }
    }

    static int category(int symbol) {
        if (symbol > 16) {
            throw new MalformedDicom("a JPEG DC difference of " + symbol + " bits, at most 16 are allowed");
        }
        return symbol;
    }

    static void store(JpegInfo info, int[] block, short[] target, int left, int top, int component) {
        int samples = info.components().size();
        int width = Math.min(8, info.columns() - left);
        int height = Math.min(8, info.rows() - top);
        for (int y = 0; y < height; y++) {
            int at = ((top + y) * info.columns() + left) * samples + component;
            for (int x = 0; x < width; x++) {
                target[at + x * samples] = (short) block[8 * y + x];
            }
        }
    }
}
