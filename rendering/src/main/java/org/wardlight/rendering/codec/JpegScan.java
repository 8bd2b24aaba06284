// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.util.List;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/**
 * A scan header (ITU T.81 B.2.3).
 *
 * @param components which components of the frame it holds, by index, and their tables
 * @param selection Ss: for lossless the predictor, for progressive the first coefficient
 * @param last Se: the last coefficient
 * @param high Ah: for progressive the bits that were missing before, 0 in a first scan
 * @param shift Al: for lossless the point transform, for progressive the bits that are missing after
 */
record JpegScan(List<Part> components, int selection, int last, int high, int shift) {
    /** One component of a scan: its place in the frame, its DC (or lossless) and its AC table. */
    record Part(int index, int dc, int ac) {}

    static JpegScan read(JpegSegments segment, JpegInfo info) {
        int count = segment.u8();
        if (count < 1 || count > info.components().size()) {
            throw new MalformedDicom("a JPEG scan has " + count + " components, the frame "
                    + info.components().size());
        }
        Part[] parts = new Part[count];
        for (int i = 0; i < count; i++) {
            int id = segment.u8();
            int tables = segment.u8();
            parts[i] = new Part(index(info, id), tables >> 4, tables & 15);
        }
        int selection = segment.u8();
        int last = segment.u8();
        int approximation = segment.u8();
        return new JpegScan(List.of(parts), selection, last, approximation >> 4, approximation & 15);
    }

    private static int index(JpegInfo info, int id) {
        for (int i = 0; i < info.components().size(); i++) {
            if (info.components().get(i).id() == id) {
                return i;
            }
        }
        throw new MalformedDicom("a JPEG scan names component " + id + ", which the frame does not have");
    }
}
