// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/**
 * What fragments really hold, where the transfer syntax says something else: compressed pixel data in a file that calls itself native, or
 * one coding under the name of another. Only what a codestream's first bytes prove beyond doubt is believed.
 */
final class CodestreamProof {
    private static final String UNCOMPRESSED = "1.2.840.10008.1.2.1.98";
    private static final String JPEG_LS = "1.2.840.10008.1.2.4.81";
    private static final String JPEG_2000 = "1.2.840.10008.1.2.4.91";
    private static final String HT_JPEG_2000 = "1.2.840.10008.1.2.4.203";
    private static final String JPEG_XL = "1.2.840.10008.1.2.4.112";
    /** Start-of-frame markers that say which process a JPEG codestream is of. */
    private static final Map<Integer, String> PROCESSES = Map.of(
            0xC0, "1.2.840.10008.1.2.4.50",
            0xC1, "1.2.840.10008.1.2.4.51",
            0xC2, "1.2.840.10008.1.2.4.55",
            0xC3, "1.2.840.10008.1.2.4.57",
            0xF7, JPEG_LS);
    /** Syntaxes whose frames may begin with any bytes. */
    private static final Set<String> ANY = Set.of(UNCOMPRESSED, "1.2.840.10008.1.2.8.1");

    private static final int HEAD = 16;
    private static final int MOST_SEGMENTS = 300;

    private CodestreamProof() {}

    /** The syntax of the fragments: the stated one, unless they are of another. Flags of the data set stay as they are. */
    static TransferSyntax of(TransferSyntax stated, FragmentList fragments, DataSet data, ByteSource source)
            throws IOException {
        boolean open = !stated.encapsulated() || stated.isKnown() && !stated.isVideo() && !ANY.contains(stated.uid());
        if (!open) {
            return stated;
        }
        Optional<String> found = found(fragments, data, source);
        if (found.isEmpty() && !stated.encapsulated() && isRaw(fragments, data)) {
            found = Optional.of(UNCOMPRESSED);
        }
        return found.filter(uid -> !stated.encapsulated() || family(uid) != family(stated.uid()))
                .map(TransferSyntax::of)
                .map(real -> new TransferSyntax(
                        real.uid(), real.name(), true, stated.bigEndian(), stated.implicit(), stated.deflated()))
                .orElse(stated);
    }

    /** What the first fragment that is long enough begins like. */
    private static Optional<String> found(FragmentList fragments, DataSet data, ByteSource source) throws IOException {
        int first = 0;
        while (first < fragments.size() && fragments.lengths[first] < HEAD) {
            first++;
        }
        if (first == fragments.size() || fragments.offsets[first] + HEAD > source.size()) {
            return Optional.empty();
        }
        long at = fragments.offsets[first];
        byte[] head = new byte[HEAD];
        source.read(at, head, 0, HEAD);
        return found(head, at, at + fragments.lengths[first], data, source);
    }

    private static Optional<String> found(byte[] head, long at, long end, DataSet data, ByteSource source)
            throws IOException {
        if (is(head, 0xFF, 0x4F, 0xFF, 0x51)) {
            boolean highThroughput = (head[6] & 0x40) != 0;
            return Optional.of(highThroughput ? HT_JPEG_2000 : JPEG_2000);
        }
        if (is(head, 0, 0, 0, 12, 'j', 'P', ' ', ' ')) {
            return Optional.of(JPEG_2000);
        }
        if (is(head, 0xFF, 0x0A) || is(head, 0, 0, 0, 12, 'J', 'X', 'L', ' ')) {
            return Optional.of(JPEG_XL);
        }
        if (is(head, 0xFF, 0xD8, 0xFF)) {
            return Optional.ofNullable(PROCESSES.get(process(at + 2, Math.min(end, source.size()), source)));
        }
        return isRle(head, data) ? Optional.of(TransferSyntax.RLE_LOSSLESS.uid()) : Optional.empty();
    }

    /** The start-of-frame marker; 0 when none is found. */
    private static int process(long from, long end, ByteSource source) throws IOException {
        byte[] segment = new byte[4];
        long at = from;
        for (int i = 0; i < MOST_SEGMENTS && at + segment.length <= end; i++) {
            source.read(at, segment, 0, segment.length);
            int marker = segment[1] & 0xFF;
            if (segment[0] != (byte) 0xFF) {
                return 0;
            }
            boolean tables = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
            if (marker == 0xF7 || marker >= 0xC0 && marker <= 0xCF && !tables) {
                return marker;
            }
            at += marker == 0xFF ? 1 : 2 + ((segment[2] & 0xFF) << 8 | segment[3] & 0xFF);
        }
        return 0;
    }

    /** A header of as many segments as the pixels have bytes, the first of which begins behind it (PS3.5 G.5). */
    private static boolean isRle(byte[] head, DataSet data) {
        int bytes = data.integer(Tag.BITS_ALLOCATED).orElse(0)
                / 8
                * data.integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
        return bytes > 0 && bytes <= 15 && is(head, bytes, 0, 0, 0, 64, 0, 0, 0);
    }

    /** Whether each frame is one fragment of just its bytes, padded or not. */
    private static boolean isRaw(FragmentList fragments, DataSet data) {
        try {
            FrameShape shape = FrameShape.of(data);
            long padded = shape.bytes() + shape.bytes() % 2;
            boolean all = fragments.size() == shape.frames();
            for (int i = 0; all && i < fragments.size(); i++) {
                all = fragments.lengths[i] == shape.bytes() || fragments.lengths[i] == padded;
            }
            return all;
        } catch (MalformedDicom e) {
            return false; // without a size there is nothing to compare with
        }
    }

    private static boolean is(byte[] head, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if ((head[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Syntaxes that one decoder reads, whichever of them is named. */
    private static int family(String uid) {
        if (!uid.startsWith("1.2.840.10008.1.2.4.")) {
            return uid.hashCode();
        }
        int last = TransferSyntax.lastNumber(uid);
        if (last >= 50 && last <= 70) {
            return 50;
        }
        if (last == 80 || last == 81) {
            return 80;
        }
        if (last >= 90 && last <= 93 || last >= 201 && last <= 203) {
            return 90;
        }
        return last >= 110 && last <= 112 ? 110 : last;
    }
}
