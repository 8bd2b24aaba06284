// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

/**
 * The row filters of PNG (RFC 2083 section 6): Sub, Up or Paeth, whichever leaves the smallest sum of absolute differences over a
 * sample of the row's pixels.
 */
final class PngFilter {
    private static final int SUB = 1;
    private static final int UP = 2;
    private static final int PAETH = 4;
    /** Every so many pixels one is looked at to choose the filter. */
    private static final int PROBE = 8;

    private final int pixelBytes;
    private byte[] row;
    private byte[] above;

    PngFilter(int rowBytes, int pixelBytes) {
        this.pixelBytes = pixelBytes;
        this.row = new byte[rowBytes];
        this.above = new byte[rowBytes];
    }

    byte[] row() {
        return row;
    }

    /** Writes the filter's number and the filtered row, then makes this row the one above. */
    void apply(byte[] out, int at) {
        int type = choose();
        out[at] = (byte) type;
        switch (type) {
            case SUB -> sub(out, at + 1);
            case UP -> up(out, at + 1);
            default -> paeth(out, at + 1);
        }
        byte[] spare = above;
        above = row;
        row = spare;
    }

    private int choose() {
        int sub = 0;
        int up = 0;
        int paeth = 0;
        for (int i = pixelBytes; i < row.length; i += PROBE * pixelBytes) {
            for (int b = i; b < i + pixelBytes; b++) {
                int left = row[b - pixelBytes] & 0xFF;
                int over = above[b] & 0xFF;
                sub += Math.abs((byte) (row[b] - left));
                up += Math.abs((byte) (row[b] - over));
                paeth += Math.abs((byte) (row[b] - predict(left, over, above[b - pixelBytes] & 0xFF)));
            }
        }
        if (paeth < sub && paeth < up) {
            return PAETH;
        }
        return up < sub ? UP : SUB;
    }

    private void sub(byte[] out, int at) {
        System.arraycopy(row, 0, out, at, pixelBytes);
        for (int i = pixelBytes; i < row.length; i++) {
            out[at + i] = (byte) (row[i] - row[i - pixelBytes]);
        }
    }

    private void up(byte[] out, int at) {
        for (int i = 0; i < row.length; i++) {
            out[at + i] = (byte) (row[i] - above[i]);
        }
    }

    private void paeth(byte[] out, int at) {
        for (int i = 0; i < pixelBytes; i++) {
            out[at + i] = (byte) (row[i] - above[i]);
        }
        for (int i = pixelBytes; i < row.length; i++) {
            int prediction = predict(row[i - pixelBytes] & 0xFF, above[i] & 0xFF, above[i - pixelBytes] & 0xFF);
            out[at + i] = (byte) (row[i] - prediction);
        }
    }

    private static int predict(int left, int over, int corner) {
        int toLeft = Math.abs(over - corner);
        int toOver = Math.abs(left - corner);
        int toCorner = Math.abs(left + over - 2 * corner);
        if (toLeft <= toOver && toLeft <= toCorner) {
            return left;
        }
        return toOver <= toCorner ? over : corner;
    }
}
