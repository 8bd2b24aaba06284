// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/**
 * What a JPEG codestream says of itself before its first scan (ITU T.81 B.2.2), and the APP segments by which its colour is told.
 *
 * @param process the start-of-frame marker: C0 baseline, C1 extended, C2 progressive, C3 lossless, …
 * @param precision bits of a sample
 * @param adobeTransform of an Adobe APP14 segment: 0 none, 1 YCbCr; -1 when there is no such segment
 * @param jfif whether there is a JFIF APP0 segment
 * @param otherSegments whether there are APP segments besides these (Exif, ICC and the like)
 */
record JpegInfo(
        int process,
        int precision,
        int rows,
        int columns,
        List<Component> components,
        int adobeTransform,
        boolean jfif,
        boolean otherSegments) {

    /** One component: its identifier, sampling factors and quantisation table. */
    record Component(int id, int horizontal, int vertical, int table) {}

    static JpegInfo of(byte[] codestream) {
        JpegSegments segments = new JpegSegments(codestream);
        int adobe = -1;
        boolean jfif = false;
        boolean other = false;
        while (true) {
            int marker = segments.next();
            if (isFrame(marker)) {
                return frame(marker, segments, adobe, jfif, other);
            }
            if (marker == JpegSegments.APP14 && startsWith(segments, "Adobe")) {
                adobe = adobeTransform(segments);
            } else if (marker == JpegSegments.APP0 && startsWith(segments, "JFIF")) {
                jfif = true;
            } else if (marker >= JpegSegments.APP0 && marker <= 0xEF) {
                other = true;
            } else if (marker == JpegSegments.SOS || marker == JpegSegments.EOI) {
                throw new MalformedDicom("the JPEG codestream has no frame header before its first scan");
            }
        }
    }

    /** SOF0 to SOF15 without DHT, JPG and DAC, which share the range; and SOF55 of JPEG-LS. */
    static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != JpegSegments.DHT && marker != 0xC8 && marker != 0xCC
                || marker == 0xF7;
    }

    private static boolean startsWith(JpegSegments segments, String name) {
        boolean same = segments.left() >= name.length();
        for (int i = 0; same && i < name.length(); i++) {
            same = segments.u8() == name.charAt(i);
        }
        return same;
    }

    /** Behind the name: version, two flags of 16 bits, the transform. */
    private static int adobeTransform(JpegSegments segments) {
        if (segments.left() < 7) {
            return -1;
        }
        segments.u16();
        segments.u16();
        segments.u16();
        return segments.u8();
    }

    private static JpegInfo frame(int marker, JpegSegments segments, int adobe, boolean jfif, boolean other) {
        int precision = segments.u8();
        int rows = segments.u16();
        int columns = segments.u16();
        int count = segments.u8();
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = segments.u8();
            int sampling = segments.u8();
            components.add(new Component(id, sampling >> 4, sampling & 15, segments.u8()));
        }
        return new JpegInfo(marker, precision, rows, columns, List.copyOf(components), adobe, jfif, other);
    }

    boolean lossless() {
        return process == 0xC3;
    }

    boolean progressive() {
        return process == 0xC2;
    }

    /** Sequential or progressive Huffman DCT of eight bits, which the JDK decodes. */
    boolean eightBitDct() {
        return process >= 0xC0 && process <= 0xC2 && precision == 8;
    }

    /** Whether some component is coded at less than full resolution. */
    boolean subsampled() {
        return components.size() > 1
                && components.stream()
                        .anyMatch(each -> each.horizontal() != components.get(0).horizontal()
                                || each.vertical() != components.get(0).vertical());
    }

    /** Whether the components are named R, G and B. */
    boolean namedRgb() {
        return components.size() == 3
                && components.get(0).id() == 'R'
                && components.get(1).id() == 'G'
                && components.get(2).id() == 'B';
    }
}
