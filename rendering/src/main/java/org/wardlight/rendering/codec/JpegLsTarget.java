// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

/** Where the lines of a JPEG-LS frame go: samples interleaved, in the container that the header names. */
final class JpegLsTarget {
    private final FrameLayout layout;
    private final byte[] bytes;
    private final short[] words;
    private final int[] doubles;

    JpegLsTarget(FrameLayout layout) {
        this.layout = layout;
        int values = Math.toIntExact(layout.values());
        bytes = new byte[layout.valueBytes() == 1 ? values : 0];
        words = new short[layout.valueBytes() == 2 ? values : 0];
        doubles = new int[layout.valueBytes() == 4 ? values : 0];
    }

    void put(int row, int sample, JpegLsScan.Lines line, int shift) {
        int stride = layout.samples();
        int at = row * layout.columns() * stride + sample;
        for (int x = 0; x < layout.columns(); x++, at += stride) {
            int value = line.sample(x) << shift;
            if (words.length > 0) {
                words[at] = (short) value;
            } else if (bytes.length > 0) {
                bytes[at] = (byte) value;
            } else {
                doubles[at] = value;
            }
        }
    }

    /** The frame; signed values are sign-extended from Bits Stored, which a codestream does not know of. */
    StoredFrame frame() {
        Photometric header = layout.photometric();
        FrameLayout decoded = layout.as(header == Photometric.YBR_FULL_422 ? Photometric.YBR_FULL : header);
        ValueFit fit = ValueFit.rightAligned(layout);
        if (words.length > 0) {
            fit.apply(words);
            return StoredFrame.of(decoded, words);
        }
        if (bytes.length > 0) {
            fit.apply(bytes);
            return StoredFrame.of(decoded, bytes);
        }
        fit.apply(doubles);
        return StoredFrame.of(decoded, doubles);
    }
}
