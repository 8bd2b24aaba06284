// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.util.BitSet;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;

/**
 * Our own decoder of what the JDK refuses: lossless JPEG, all predictors, 2 to 16 bits (T.81 Annex H), and DCT of 12 bits, sequential and
 * progressive.
 */
final class HuffmanJpeg {
    private HuffmanJpeg() {}

    /** Samples as the codestream has them, components interleaved; more than 15 bits fill the sign bit. */
    static short[] decode(byte[] codestream, JpegInfo info) {
        if (info.components().size() > 1
                && info.components().stream().anyMatch(c -> c.horizontal() != 1 || c.vertical() != 1)) {
            throw new Unsupported("JPEG of " + info.precision() + " bits with subsampled colour: not shown");
        }
        short[] samples = new short
                [Math.multiplyExact(
                        info.rows() * info.columns(), info.components().size())];
        JpegSegments segments = new JpegSegments(codestream);
        JpegTables tables = new JpegTables();
        if (info.progressive()) {
            progressive(codestream, info, segments, tables, samples);
            return samples;
        }
        BitSet done = new BitSet();
        while (done.cardinality() < info.components().size()) {
            int marker = segments.next();
            if (marker == JpegSegments.EOI) {
                throw new MalformedDicom("the JPEG codestream has scans for " + done.cardinality() + " of "
                        + info.components().size() + " components");
            }
            if (marker == JpegSegments.SOS) {
                JpegScan scan = JpegScan.read(segments, info);
                // Scans of one component again and again would never come to an end of their work.
                if (scan.components().stream().anyMatch(part -> done.get(part.index()))) {
                    throw new MalformedDicom("the JPEG codestream has a component in two scans");
                }
                JpegBits bits = new JpegBits(codestream, segments.dataStart());
                decodeScan(info, scan, tables, bits, samples);
                scan.components().forEach(part -> done.set(part.index()));
                segments.resumeAt(bits.end());
            } else {
                tables.read(marker, segments);
            }
        }
        return samples;
    }

    private static void progressive(
            byte[] codestream, JpegInfo info, JpegSegments segments, JpegTables tables, short[] samples) {
        JpegProgressive picture = new JpegProgressive(info);
        int marker = segments.next();
        while (marker != JpegSegments.EOI) {
            if (marker == JpegSegments.SOS) {
                JpegScan scan = JpegScan.read(segments, info);
                JpegBits bits = new JpegBits(codestream, segments.dataStart());
                picture.scan(scan, tables, bits);
                segments.resumeAt(bits.end());
            } else {
                tables.read(marker, segments);
            }
            marker = segments.next();
        }
        picture.finish(samples);
    }

    private static void decodeScan(JpegInfo info, JpegScan scan, JpegTables tables, JpegBits bits, short[] samples) {
        if (info.lossless()) {
            new JpegLosslessScan(info, scan, tables, bits).decode(samples);
        } else {
            new JpegDctScan(info, scan, tables, bits).decode(samples);
        }
    }
}
