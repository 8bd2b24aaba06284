// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.util.Arrays;
import java.util.function.Supplier;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/**
 * JPEG 2000 (T.800) and High-Throughput JPEG 2000 (T.814) by OpenJPEG. The codestream's own size, precision and sign are read and
 * compared with the header before a decoder sees it; what it decodes to is then fitted to the header's Bits Stored and sign.
 */
final class Jpeg2000Codec implements FrameCodec {
    private final Supplier<OpenJpeg> carrier;

    Jpeg2000Codec(Supplier<OpenJpeg> carrier) {
        this.carrier = carrier;
    }

    @Override
    public StoredFrame decode(byte[] frame, FrameLayout layout) {
        Siz siz = Siz.of(frame);
        if (siz.rows() != layout.rows() || siz.columns() != layout.columns() || siz.components() != layout.samples()) {
            throw new MalformedDicom("the JPEG 2000 codestream is " + siz.rows() + " x " + siz.columns() + " x "
                    + siz.components() + ", the header says " + layout.rows() + " x " + layout.columns() + " x "
                    + layout.samples());
        }
        if (siz.precision() > layout.bitsAllocated() || siz.precision() > 16) {
            throw new MalformedDicom("the JPEG 2000 precision is " + siz.precision() + " bits, expected at most "
                    + Math.min(16, layout.bitsAllocated()));
        }
        byte[] codestream = siz.start() == 0 ? frame : Arrays.copyOfRange(frame, siz.start(), frame.length);
        int[][] planes = carrier.get().decode(TileParts.counted(codestream), siz);
        return stored(planes, layout, layout.as(photometric(layout.photometric(), siz)));
    }

    /** A colour transform is undone by the decoder; without one the header governs (PS3.5 8.2.4). */
    private static Photometric photometric(Photometric header, Siz siz) {
        if (siz.components() == 1) {
            return header;
        }
        if (siz.coding().transformed() || header == Photometric.YBR_ICT || header == Photometric.YBR_RCT) {
            return Photometric.RGB;
        }
        return header.fullChroma();
    }

    private static StoredFrame stored(int[][] planes, FrameLayout layout, FrameLayout decoded) {
        ValueFit fit = ValueFit.rightAligned(layout);
        int stride = planes.length;
        int count = Math.toIntExact(decoded.values());
        if (layout.valueBytes() == 1) {
            byte[] bytes = new byte[count];
            for (int i = 0; i < count; i++) {
                bytes[i] = (byte) fit.fit(planes[i % stride][i / stride]);
            }
            return StoredFrame.of(decoded, bytes);
        }
        if (layout.valueBytes() == 2) {
            short[] words = new short[count];
            for (int i = 0; i < count; i++) {
                words[i] = (short) fit.fit(planes[i % stride][i / stride]);
            }
            return StoredFrame.of(decoded, words);
        }
        int[] wide = new int[count];
        for (int i = 0; i < count; i++) {
            wide[i] = fit.fit(planes[i % stride][i / stride]);
        }
        return StoredFrame.of(decoded, wide);
    }
}
