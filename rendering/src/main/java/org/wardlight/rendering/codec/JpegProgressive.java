// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.util.Arrays;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/**
 * Gathers the coefficients of a progressive Huffman DCT codestream scan by scan (ITU T.81 Annex G), without subsampling, and turns them
 * into samples when all have come. One thread.
 */
final class JpegProgressive {
    private static final int NOT_BEGUN = 16;

    private final JpegInfo info;
    private final int blocks;
    /** For each component all blocks, in natural order within each, not dequantised. */
    private final short[][] coefficients;
    /** For each component and coefficient in zigzag order: bits that have not come yet. */
    private final int[][] missing;

    private final int[][] factors;
    private int[] lastDc = new int[0];
    private int endOfBand;

    JpegProgressive(JpegInfo info) {
        this.info = info;
        this.blocks = (info.columns() + 7) / 8 * ((info.rows() + 7) / 8);
        int count = info.components().size();
        this.coefficients = new short[count][Math.multiplyExact(blocks, 64)];
        this.missing = new int[count][64];
        this.factors = new int[count][0];
        for (int[] each : missing) {
            Arrays.fill(each, NOT_BEGUN);
        }
    }

    void scan(JpegScan scan, JpegTables tables, JpegBits bits) {
        for (JpegScan.Part part : scan.components()) {
            follow(scan, part.index());
            int[] own = tables.quantisation(info.components().get(part.index()).table());
            factors[part.index()] = factors[part.index()].length == 0 ? own : factors[part.index()];
        }
        begin(scan);
        int interval = tables.restartInterval();
        for (int block = 0; block < blocks; block++) {
            if (interval > 0 && block > 0 && block % interval == 0) {
                bits.restart();
                begin(scan);
            }
            for (int c = 0; c < lastDc.length; c++) {
                block(scan, c, tables, bits, block * 64);
            }
            bits.requireNotPastEnd();
        }
    }

    private void begin(JpegScan scan) {
        lastDc = new int[scan.components().size()];
        endOfBand = 0;
    }

    /** Each scan must go on where the ones before left off (G.1.1.1): then there are few, and none was lost. */
    private void follow(JpegScan scan, int component) {
        boolean band = scan.selection() == 0
                ? scan.last() == 0
                : scan.last() >= scan.selection()
                        && scan.last() < 64
                        && scan.components().size() == 1;
        if (!band || scan.shift() > 13 || scan.high() != 0 && scan.shift() != scan.high() - 1) {
            throw new MalformedDicom("a progressive JPEG scan has coefficients " + scan.selection() + " to "
                    + scan.last() + " and bits " + scan.high() + " to " + scan.shift());
        }
        for (int k = scan.selection(); k <= scan.last(); k++) {
            int expected = scan.high() == 0 ? NOT_BEGUN : scan.high();
            if (missing[component][k] != expected || k > 0 && missing[component][0] == NOT_BEGUN) {
                throw new MalformedDicom("the progressive JPEG scans do not follow each other");
            }
            missing[component][k] = scan.shift();
        }
    }

    private void block(JpegScan scan, int c, JpegTables tables, JpegBits bits, int at) {
        JpegScan.Part part = scan.components().get(c);
        short[] target = coefficients[part.index()];
        if (scan.selection() > 0) {
            HuffmanTable table = tables.ac(part.ac());
            if (scan.high() == 0) {
                firstBand(scan, table, bits, target, at);
            } else {
                refineBand(scan, table, bits, target, at);
            }
        } else if (scan.high() == 0) {
            lastDc[c] += bits.signed(JpegDctScan.category(bits.symbol(tables.dc(part.dc()))));
            target[at] = (short) (lastDc[c] << scan.shift());
        } else {
            target[at] |= (short) (bits.bits(1) << scan.shift());
        }
    }

    private void firstBand(JpegScan scan, HuffmanTable table, JpegBits bits, short[] target, int at) {
        if (endOfBand > 0) {
            endOfBand--;
            return;
        }
        for (int k = scan.selection(); k <= scan.last(); k++) {
            int symbol = bits.symbol(table);
            int size = symbol & 15;
            int run = symbol >> 4;
            if (size == 0 && run < 15) {
                endOfBand = (1 << run) - 1 + bits.bits(run);
                return;
            }
            k += run;
            if (size > 0) {
                target[at + place(k, scan)] = (short) (bits.signed(size) << scan.shift());
            }
        }
    }

    private void refineBand(JpegScan scan, HuffmanTable table, JpegBits bits, short[] target, int at) {
        int k = scan.selection();
        while (endOfBand == 0 && k <= scan.last()) {
            int symbol = bits.symbol(table);
            int run = symbol >> 4;
            if ((symbol & 15) == 0 && run < 15) {
                endOfBand = (1 << run) + bits.bits(run);
                break;
            }
            if ((symbol & 15) > 1) {
                throw new MalformedDicom("a progressive JPEG scan refines by more than one bit");
            }
            int value = (symbol & 15) == 0 ? 0 : bits.bits(1) == 1 ? 1 << scan.shift() : -1 << scan.shift();
            k = refine(scan, bits, target, at, k, run);
            if (value != 0) {
                target[at + place(k, scan)] = (short) value;
            }
            k++;
        }
        if (endOfBand > 0) {
            refine(scan, bits, target, at, k, 64);
            endOfBand--;
        }
    }

    /** Refines what is not zero up to the zero that comes after {@code run} others; returns its place, or the one past the band. */
    private static int refine(JpegScan scan, JpegBits bits, short[] target, int at, int from, int run) {
        int zeros = run;
        int k = from;
        for (; k <= scan.last(); k++) {
            int place = at + JpegTables.natural(k);
            int known = target[place];
            if (known == 0) {
                if (zeros-- == 0) {
                    break;
                }
            } else if (bits.bits(1) == 1 && (known & 1 << scan.shift()) == 0) {
                target[place] = (short) (known > 0 ? known + (1 << scan.shift()) : known - (1 << scan.shift()));
            }
        }
        return k;
    }

    private static int place(int k, JpegScan scan) {
        if (k > scan.last()) {
            throw new MalformedDicom("a progressive JPEG scan has a coefficient behind its band");
        }
        return JpegTables.natural(k);
    }

    /** Samples, components interleaved. */
    void finish(short[] samples) {
        for (int[] each : missing) {
            if (each[0] == NOT_BEGUN || Arrays.stream(each).anyMatch(bits -> bits > 0 && bits < NOT_BEGUN)) {
                throw new MalformedDicom("the progressive JPEG codestream ends before its last scan");
            }
        }
        int across = (info.columns() + 7) / 8;
        InverseDct inverse = new InverseDct(info.precision());
        int[] block = new int[64];
        for (int c = 0; c < coefficients.length; c++) {
            for (int b = 0; b < blocks; b++) {
                for (int i = 0; i < 64; i++) {
                    block[i] = coefficients[c][64 * b + i] * factors[c][i];
                }
                inverse.apply(block);
                JpegDctScan.store(info, block, samples, b % across * 8, b / across * 8, c);
            }
        }
    }
}
