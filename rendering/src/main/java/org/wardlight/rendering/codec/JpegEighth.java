// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/**
 * Baseline JPEG of eight bits at an eighth of its size, without turning one block back into pixels: the mean of a block of 8 x 8 is its first
 * coefficient, and that of a quarter of a block, which a pixel of the small picture covers where chroma is halved, a weighted sum of
 * sixteen (ITU T.81 A.3.3). One thread; used once.
 */
public final class JpegEighth {
    private static final double FIRST = 1 / Math.sqrt(8);

    private final JpegInfo info;
    private final JpegScan scan;
    private final JpegTables tables;
    private final JpegBits bits;
    private final int rows;
    private final int columns;
    private final int most;
    private final int mostDown;
    private final int[] lastDc;
    private final double[] sums = new double[4];
    private final byte[] out;

    private JpegEighth(JpegInfo info, JpegScan scan, JpegTables tables, JpegBits bits) {
        this.info = info;
        this.scan = scan;
        this.tables = tables;
        this.bits = bits;
        this.rows = info.rows() / 8;
        this.columns = info.columns() / 8;
        int count = info.components().size();
        this.most = count == 1
                ? 1
                : info.components().stream()
                        .mapToInt(JpegInfo.Component::horizontal)
                        .max()
                        .orElse(1);
        this.mostDown = count == 1
                ? 1
                : info.components().stream()
                        .mapToInt(JpegInfo.Component::vertical)
                        .max()
                        .orElse(1);
        this.lastDc = new int[count];
        this.out = new byte[rows * columns * count];
    }

    /**
     * The small picture, each pixel the mean of those that it stands for; empty for all but baseline JPEG of one scan whose edges are
     * multiples of eight, for odd sampling, and for a broken one.
     */
    public static Optional<StoredFrame> of(byte[] codestream) {
        try {
            JpegInfo info = JpegInfo.of(codestream);
            int count = info.components().size();
            boolean fits = info.process() == 0xC0
                    && info.precision() == 8
                    && (count == 1 || count == 3)
                    && info.rows() % 8 == 0
                    && info.columns() % 8 == 0
                    && Math.min(info.rows(), info.columns()) > 0;
            @Nullable JpegEighth decoder = fits ? begin(codestream, info) : null;
            return decoder == null || !decoder.sampled() ? Optional.empty() : Optional.of(decoder.decode());
        } catch (RenderingException broken) {
            return Optional.empty();
        }
    }

    private static @Nullable JpegEighth begin(byte[] codestream, JpegInfo info) {
        JpegSegments segments = new JpegSegments(codestream);
        JpegTables tables = new JpegTables();
        int marker = segments.next();
        while (marker != JpegSegments.SOS) {
            if (marker == JpegSegments.EOI) {
                return null;
            }
            tables.read(marker, segments);
            marker = segments.next();
        }
        JpegScan scan = JpegScan.read(segments, info);
        JpegBits bits = new JpegBits(codestream, segments.dataStart());
        return scan.components().size() == info.components().size() ? new JpegEighth(info, scan, tables, bits) : null;
    }

    /** Whether each component has as many samples as the largest, or half of them, in either direction. */
    private boolean sampled() {
        return info.components().size() == 1
                || info.components().stream()
                        .allMatch(each -> halves(each.horizontal(), most) && halves(each.vertical(), mostDown));
    }

    private static boolean halves(int own, int largest) {
        return own > 0 && largest <= 2 && (own == largest || 2 * own == largest);
    }

    private StoredFrame decode() {
        int across = (columns + most - 1) / most;
        int down = (rows + mostDown - 1) / mostDown;
        int interval = tables.restartInterval();
        for (int unit = 0; unit < across * down; unit++) {
            if (interval > 0 && unit > 0 && unit % interval == 0) {
                bits.restart();
                java.util.Arrays.fill(lastDc, 0);
            }
            for (int c = 0; c < lastDc.length; c++) {
                component(c, unit % across, unit / across);
            }
            bits.requireNotPastEnd();
        }
        if (lastDc.length == 1) {
            return StoredFrame.of(FrameLayout.grey(rows, columns, 8, 8, false), out);
        }
        Photometric photometric = JpegColor.of(info, Photometric.YBR_FULL_422).fullChroma();
        return StoredFrame.of(FrameLayout.colour(rows, columns, photometric), out);
    }

    /** All blocks of a component in one unit of the scan. */
    private void component(int c, int unitColumn, int unitRow) {
        JpegInfo.Component component =
                info.components().get(scan.components().get(c).index());
        int horizontal = lastDc.length == 1 ? 1 : component.horizontal();
        int vertical = lastDc.length == 1 ? 1 : component.vertical();
        int wide = most / horizontal;
        int high = mostDown / vertical;
        for (int v = 0; v < vertical; v++) {
            for (int h = 0; h < horizontal; h++) {
                readBlock(c, component.table(), wide, high);
                int left = (unitColumn * horizontal + h) * wide;
                int top = (unitRow * vertical + v) * high;
                for (int i = 0; i < wide * high; i++) {
                    store(c, top + i / wide, left + i % wide, sums[i]);
                }
            }
        }
    }

    private void store(int c, int row, int column, double mean) {
        if (row < rows && column < columns) {
            int at = (row * columns + column) * lastDc.length
                    + scan.components().get(c).index();
            out[at] = (byte) Math.max(0, Math.min(255, Math.round(mean + 128)));
        }
    }

    /** One block (F.2.2): what its coefficients give to the means of its parts. */
    private void readBlock(int c, int quantisation, int wide, int high) {
        JpegScan.Part part = scan.components().get(c);
        int[] factors = tables.quantisation(quantisation);
        lastDc[c] += bits.signed(JpegDctScan.category(bits.symbol(tables.dc(part.dc()))));
        java.util.Arrays.fill(sums, lastDc[c] * factors[0] * FIRST * FIRST);
        HuffmanTable ac = tables.ac(part.ac());
        boolean whole = wide * high == 1;
        for (int k = 1; k < 64; k++) {
            int symbol = bits.symbol(ac);
            int size = symbol & 15;
            if (size == 0 && symbol >> 4 != 15) {
                return;
            }
            k += symbol >> 4;
            if (k > 63) {
                throw new MalformedDicom("a JPEG block has more than 64 coefficients");
            }
            int value = bits.signed(size);
            if (!whole && value != 0) {
                int place = JpegTables.natural(k);
                add(value * factors[place], place % 8, place / 8, wide, high);
            }
        }
    }

    private void add(int coefficient, int u, int v, int wide, int high) {
        for (int i = 0; i < wide * high; i++) {
            sums[i] += coefficient * Weights.of(wide, i % wide, u) * Weights.of(high, i / wide, v);
        }
    }

    /** The mean of a cosine over a half or the whole of a block's edge. */
    private static final class Weights {
        private static final double[][] HALVES = {half(0), half(4)};

        private Weights() {}

        static double of(int parts, int part, int frequency) {
            return parts == 2 ? HALVES[part][frequency] : frequency == 0 ? FIRST : 0;
        }

        private static double[] half(int from) {
            double[] weights = new double[8];
            for (int u = 0; u < 8; u++) {
                double sum = 0;
                for (int x = from; x < from + 4; x++) {
                    sum += Math.cos((2 * x + 1) * u * Math.PI / 16);
                }
                weights[u] = u == 0 ? FIRST : sum / 8;
            }
            return weights;
        }
    }
}
