// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/** Walks over the marker segments of a JPEG codestream (ITU T.81 B.1). One thread. */
final class JpegSegments {
    static final int SOI = 0xD8;
    static final int EOI = 0xD9;
    static final int SOS = 0xDA;
    static final int DQT = 0xDB;
    static final int DHT = 0xC4;
    static final int DRI = 0xDD;
    static final int APP0 = 0xE0;
    static final int APP14 = 0xEE;

    private final byte[] data;
    private int position;
    private int end;
    private int segments;

    JpegSegments(byte[] data) {
        this.data = data;
        if (data.length < 4 || (data[0] & 0xFF) != 0xFF || (data[1] & 0xFF) != SOI) {
            throw new MalformedDicom("not a JPEG codestream: it does not begin with FF D8");
        }
        this.end = 2;
    }

    /**
     * Goes on to the next segment and gives its marker without the FF. Bytes between segments are skipped, as other decoders do.
     *
     * @throws MalformedDicom when the codestream ends first
     */
    int next() {
        position = end;
        while (position + 1 < data.length) {
            int code = data[position + 1] & 0xFF;
            if ((data[position] & 0xFF) == 0xFF && code != 0 && code != 0xFF) {
                if (++segments > WorkBudget.SEGMENTS) {
                    throw new LimitExceeded("the JPEG codestream has more than " + WorkBudget.SEGMENTS + " segments");
                }
                position += 2;
                end = standsAlone(code) ? position : segmentEnd();
                return code;
            }
            position++;
        }
        throw new MalformedDicom("the JPEG codestream ends without its end marker, at byte " + data.length);
    }

    private static boolean standsAlone(int code) {
        return code >= 0xD0 && code <= EOI || code == 1;
    }

    /** Reads the length, which counts itself too. */
    private int segmentEnd() {
        if (position + 2 > data.length) {
            throw new MalformedDicom("the JPEG codestream ends inside a segment at byte " + position);
        }
        int length = (data[position] & 0xFF) << 8 | data[position + 1] & 0xFF;
        if (length < 2 || position + length > data.length) {
            throw new MalformedDicom("the JPEG segment at byte " + position + " has a length of " + length);
        }
        position += 2;
        return position - 2 + length;
    }

    /** Bytes of the segment that are not yet read. */
    int left() {
        return end - position;
    }

    int u8() {
        if (position >= end) {
            throw new MalformedDicom("the JPEG segment that ends at byte " + end + " is too short");
        }
        return data[position++] & 0xFF;
    }

    int u16() {
        return u8() << 8 | u8();
    }

    /** Where the entropy-coded bytes after this segment begin. */
    int dataStart() {
        return end;
    }

    /** Goes on from a byte behind entropy-coded data. */
    void resumeAt(int place) {
        end = place;
    }
}
