// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import org.wardlight.rendering.RenderingException.MalformedDicom;

/**
 * Decodes one scan of lossless JPEG (ITU T.81 Annex H) into interleaved samples. Arithmetic is modulo 2^16, and a difference of
 * category 16 is 32768 without further bits (H.1.2.2).
 */
final class JpegLosslessScan {
    private final JpegInfo info;
    private final JpegScan scan;
    private final JpegBits bits;
    private final HuffmanTable[] tables;
    private final int rowsPerRestart;
    private final int stride;
    private final int start;
    /** For each component of the scan the row above and the row at hand, before the point transform is undone. */
    private final int[][] above;

    private final int[][] row;

    JpegLosslessScan(JpegInfo info, JpegScan scan, JpegTables tables, JpegBits bits) {
        this.info = info;
        this.scan = scan;
        this.bits = bits;
        int count = scan.components().size();
        this.tables = new HuffmanTable[count];
        for (int c = 0; c < count; c++) {
            this.tables[c] = tables.dc(scan.components().get(c).dc());
        }
        this.stride = info.components().size();
        this.start = 1 << Math.max(0, info.precision() - scan.shift() - 1);
        this.above = new int[count][info.columns()];
        this.row = new int[count][info.columns()];
        this.rowsPerRestart = rowsPerRestart(tables.restartInterval());
        if (scan.selection() < 1 || scan.selection() > 7) {
            throw new MalformedDicom("lossless JPEG with predictor " + scan.selection() + ", expected 1 to 7");
        }
    }

    /** Restarts come after whole rows only (H.1.1). */
    private int rowsPerRestart(int interval) {
        if (interval % info.columns() != 0) {
            throw new MalformedDicom(
                    "lossless JPEG restarts every " + interval + " samples, which is no whole number of rows");
        }
        return interval == 0 ? Integer.MAX_VALUE : interval / info.columns();
    }

    void decode(short[] target) {
        for (int y = 0; y < info.rows(); y++) {
            boolean first = y % rowsPerRestart == 0;
            if (first && y > 0) {
                bits.restart();
            }
            if (scan.components().size() == 1) {
                decodeRow(0, first);
            } else {
                decodeInterleaved(first);
            }
            bits.requireNotPastEnd();
            finishRow(y, target);
        }
    }

    private void finishRow(int y, short[] target) {
        for (int c = 0; c < row.length; c++) {
            int at = y * info.columns() * stride + scan.components().get(c).index();
            int[] line = row[c];
            for (int x = 0; x < line.length; x++) {
                target[at + x * stride] = (short) (line[x] << scan.shift());
            }
            row[c] = above[c];
            above[c] = line;
        }
    }

    private void decodeRow(int c, boolean first) {
        HuffmanTable table = tables[c];
        int[] line = row[c];
        int[] over = above[c];
        line[0] = (first ? start : over[0]) + bits.difference(table) & 0xFFFF;
        int predictor = first ? 1 : scan.selection();
        if (predictor == 1) {
            int left = line[0];
            for (int x = 1; x < line.length; x++) {
                left = left + bits.difference(table) & 0xFFFF;
                line[x] = left;
            }
            return;
        }
        for (int x = 1; x < line.length; x++) {
            line[x] = predict(predictor, line[x - 1], over[x], over[x - 1]) + bits.difference(table) & 0xFFFF;
        }
    }

    private void decodeInterleaved(boolean first) {
        int predictor = first ? 1 : scan.selection();
        for (int x = 0; x < info.columns(); x++) {
            for (int c = 0; c < row.length; c++) {
                int[] line = row[c];
                int[] over = above[c];
                int prediction;
                if (x == 0) {
                    prediction = first ? start : over[0];
                } else {
                    prediction = predict(predictor, line[x - 1], over[x], over[x - 1]);
                }
                line[x] = prediction + bits.difference(tables[c]) & 0xFFFF;
            }
        }
    }

    /** Table H.1. */
    private static int predict(int predictor, int left, int over, int corner) {
        return switch (predictor) {
            case 1 -> left;
            case 2 -> over;
            case 3 -> corner;
            case 4 -> left + over - corner;
            case 5 -> left + (over - corner >> 1);
            case 6 -> over + (left - corner >> 1);
            default -> left + over >> 1;
        };
    }
}
