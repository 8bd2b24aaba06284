// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

/**
 * One scan of a JPEG-LS codestream (T.87 Annex A): context modelling, run mode and Golomb codes, lossless and near-lossless. One
 * scan holds one component, or several interleaved by line or by sample, which then share their contexts. One thread.
 */
final class JpegLsScan {
    private static final int[] RUN_BITS = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };
    private static final int RUN_CONTEXT = 365;

    private final JpegLsBits in;
    private final JpegLsPresets presets;
    private final int maxVal;
    private final int near;
    private final int step;
    private final int range;
    private final int errorBits;
    private final int limit;
    private final byte[] quantized;
    private final int[] a = new int[RUN_CONTEXT + 2];
    private final int[] b = new int[RUN_CONTEXT];
    private final int[] c = new int[RUN_CONTEXT];
    private final int[] n = new int[RUN_CONTEXT + 2];
    private final int[] negative = new int[2];

    JpegLsScan(JpegLsBits in, JpegLsPresets presets) {
        this.in = in;
        this.presets = presets;
        this.maxVal = presets.maxVal();
        this.near = presets.near();
        this.step = 2 * near + 1;
        this.range = presets.range();
        this.errorBits = presets.errorBits();
        this.limit = presets.limit();
        this.quantized = quantization();
        java.util.Arrays.fill(a, Math.max(2, (range + 32) / 64));
        java.util.Arrays.fill(n, 1);
    }

    /** For each gradient from -maxVal to maxVal its region, -4 to 4 (T.87 A.3.3). */
    private byte[] quantization() {
        byte[] regions = new byte[2 * maxVal + 1];
        for (int d = -maxVal; d <= maxVal; d++) {
            int size = Math.abs(d);
            int region =
                    size <= near ? 0 : size < presets.t1() ? 1 : size < presets.t2() ? 2 : size < presets.t3() ? 3 : 4;
            regions[d + maxVal] = (byte) (d < 0 ? -region : region);
        }
        return regions;
    }

    /** Where a component's lines are kept: each has one more sample at either end, as the borders of T.87 A.2.1. */
    static final class Lines {
        private int[] previous;
        private int[] current;
        private int runIndex;

        Lines(int columns) {
            previous = new int[columns + 2];
            current = new int[columns + 2];
        }

        /** Begins a line: what lies beside and above its ends (T.87 A.2.1). */
        private void begin(int columns) {
            int[] swap = previous;
            previous = current;
            current = swap;
            current[0] = previous[1];
            previous[columns + 1] = previous[columns];
        }

        /** Sample {@code x} of the line that was decoded last, from 0. */
        int sample(int x) {
            return current[x + 1];
        }
    }

    /** Decodes the next line of one component. */
    void line(Lines lines, int columns) {
        lines.begin(columns);
        int[] up = lines.previous;
        int[] line = lines.current;
        int x = 1;
        while (x <= columns) {
            int context = context(line[x - 1], up[x], up[x - 1], up[x + 1]);
            if (context != 0) {
                line[x] = regular(context, line[x - 1], up[x], up[x - 1]);
                x++;
            } else {
                int end = run(lines, x, columns);
                for (int fill = line[x - 1]; x < end; x++) {
                    line[x] = fill;
                }
                if (x <= columns) {
                    line[x] = interrupted(line[x - 1], up[x], RUN_BITS[lines.runIndex]);
                    lines.runIndex = Math.max(0, lines.runIndex - 1);
                    x++;
                }
            }
        }
    }

    /** Decodes the next line of all components, interleaved sample by sample: a run is one of all components. */
    void line(Lines[] all, int columns) {
        for (Lines lines : all) {
            lines.begin(columns);
        }
        int x = 1;
        int[] contexts = new int[all.length];
        while (x <= columns) {
            boolean flat = true;
            for (int k = 0; k < all.length; k++) {
                int[] up = all[k].previous;
                contexts[k] = context(all[k].current[x - 1], up[x], up[x - 1], up[x + 1]);
                flat &= contexts[k] == 0;
            }
            if (!flat) {
                for (int k = 0; k < all.length; k++) {
                    int[] up = all[k].previous;
                    int[] line = all[k].current;
                    line[x] = regular(contexts[k], line[x - 1], up[x], up[x - 1]);
                }
                x++;
                continue;
            }
            int end = run(all[0], x, columns);
            for (Lines lines : all) {
                java.util.Arrays.fill(lines.current, x, end, lines.current[x - 1]);
            }
            x = end;
            if (x <= columns) {
                int runBits = RUN_BITS[all[0].runIndex];
                for (Lines lines : all) {
                    lines.current[x] = interruptedBetween(lines.current[x - 1], lines.previous[x], runBits);
                }
                all[0].runIndex = Math.max(0, all[0].runIndex - 1);
                x++;
            }
        }
    }

    /** The context of a sample from its neighbours, negative where its sign is turned (T.87 A.3.4); 0 begins a run. */
    private int context(int left, int above, int aboveLeft, int aboveRight) {
        int q1 = quantized[aboveRight - above + maxVal];
        int q2 = quantized[above - aboveLeft + maxVal];
        int q3 = quantized[aboveLeft - left + maxVal];
        return (q1 * 9 + q2) * 9 + q3;
    }

    private int regular(int signedContext, int left, int above, int aboveLeft) {
        int sign = signedContext >> 31;
        int q = (signedContext ^ sign) - sign;
        int predicted;
        if (aboveLeft >= Math.max(left, above)) {
            predicted = Math.min(left, above);
        } else if (aboveLeft <= Math.min(left, above)) {
            predicted = Math.max(left, above);
        } else {
            predicted = left + above - aboveLeft;
        }
        predicted = Math.min(maxVal, Math.max(0, predicted + ((c[q] ^ sign) - sign)));
        int k = golomb(n[q], a[q]);
        int mapped = code(k, limit);
        int error = (mapped & 1) == 0 ? mapped >> 1 : -(mapped + 1 >> 1);
        if (near == 0 && k == 0 && 2 * b[q] <= -n[q]) {
            error = -(error + 1);
        }
        update(q, error);
        return reconstruct(predicted, (error ^ sign) - sign);
    }

    private static int golomb(int count, int sum) {
        int k = 0;
        while (count << k < sum && k < 24) {
            k++;
        }
        return k;
    }

    /** A limited-length Golomb code (T.87 A.5.3). */
    private int code(int k, int longest) {
        int escape = longest - errorBits - 1;
        int high = in.zeros(escape);
        return high < escape ? high << k | in.bits(k) : in.bits(errorBits) + 1;
    }

    private void update(int q, int error) {
        b[q] += error * step;
        a[q] += Math.abs(error);
        if (n[q] == presets.reset()) {
            a[q] >>= 1;
            b[q] = b[q] >= 0 ? b[q] >> 1 : -(1 - b[q] >> 1);
            n[q] >>= 1;
        }
        n[q]++;
        if (b[q] <= -n[q]) {
            b[q] = Math.max(b[q] + n[q], 1 - n[q]);
            c[q] = Math.max(c[q] - 1, -128);
        } else if (b[q] > 0) {
            b[q] = Math.min(b[q] - n[q], 0);
            c[q] = Math.min(c[q] + 1, 127);
        }
    }

    private int reconstruct(int predicted, int error) {
        int value = predicted + error * step;
        if (value < -near) {
            value += range * step;
        } else if (value > maxVal + near) {
            value -= range * step;
        }
        return Math.min(maxVal, Math.max(0, value));
    }

    /** Reads the length of a run that begins at {@code from}; returns the sample after it (T.87 A.7.1). */
    private int run(Lines lines, int from, int columns) {
        int x = from;
        while (in.bit() == 1) {
            int length = 1 << RUN_BITS[lines.runIndex];
            if (length <= columns + 1 - x) {
                lines.runIndex = Math.min(31, lines.runIndex + 1);
            }
            x = Math.min(columns + 1, x + length);
            if (x > columns) {
                return x;
            }
        }
        return Math.min(columns, x + in.bits(RUN_BITS[lines.runIndex]));
    }

    /** The sample that ends a run, whose two neighbours may be alike or not (T.87 A.7.2). */
    private int interrupted(int left, int above, int runBits) {
        if (Math.abs(left - above) <= near) {
            return reconstruct(left, interruption(1, runBits));
        }
        return interruptedBetween(left, above, runBits);
    }

    private int interruptedBetween(int left, int above, int runBits) {
        int error = interruption(0, runBits);
        return reconstruct(above, left > above ? -error : error);
    }

    private int interruption(int type, int runBits) {
        int q = RUN_CONTEXT + type;
        int k = golomb(n[q], a[q] + (type == 1 ? n[q] >> 1 : 0));
        int mapped = code(k, limit - runBits - 1);
        int odd = mapped + type & 1;
        int size = mapped + type + odd >> 1;
        boolean likelyNegative = k != 0 || 2 * negative[type] >= n[q];
        int error = likelyNegative == (odd == 1) ? -size : size;
        if (error < 0) {
            negative[type]++;
        }
        a[q] += mapped + 1 - type >> 1;
        if (n[q] == presets.reset()) {
            a[q] >>= 1;
            n[q] >>= 1;
            negative[type] >>= 1;
        }
        n[q]++;
        return error;
    }
}
