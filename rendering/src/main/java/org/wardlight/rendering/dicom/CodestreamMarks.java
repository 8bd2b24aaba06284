// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.IOException;
import java.util.stream.IntStream;

/**
 * What codestreams begin and end with. Recognises the fragment that begins a frame by its first bytes: JPEG and JPEG-LS (SOI), JPEG 2000 (SOC, SIZ), JPEG XL (bare or in a
 * box), RLE (a header of 1 to 15 segments whose first begins at 64, PS3.5 G.5).
 */
final class CodestreamMarks {
    private static final int LOOK = 12;

    private CodestreamMarks() {}

    /** Numbers of the fragments that begin a frame; empty when the first one does not look like a beginning. */
    static int[] find(FragmentList fragments, ByteSource source) throws IOException {
        boolean[] begins = new boolean[fragments.size()];
        byte[] head = new byte[LOOK];
        for (int i = 0; i < begins.length; i++) {
            long available = Math.min(fragments.lengths[i], source.size() - fragments.offsets[i]);
            if (available >= LOOK) {
                source.read(fragments.offsets[i], head, 0, LOOK);
                begins[i] = isStart(head);
            }
        }
        return begins.length == 0 || !begins[0]
                ? new int[0]
                : IntStream.range(0, begins.length).filter(i -> begins[i]).toArray();
    }

    /** Whether the last fragment is wholly there and ends with the end marker of JPEG and JPEG 2000, padded or not. */
    static boolean endLast(FragmentList fragments, ByteSource source) throws IOException {
        int last = fragments.size() - 1;
        if (last < 0 || fragments.lengths[last] < 3) {
            return false;
        }
        long end = fragments.offsets[last] + fragments.lengths[last];
        if (end > source.size()) {
            return false;
        }
        byte[] tail = new byte[3];
        source.read(end - 3, tail, 0, 3);
        return is(tail, tail[0] & 0xFF, 0xFF, 0xD9) || is(tail, 0xFF, 0xD9);
    }

    static boolean isStart(byte[] head) {
        return is(head, 0xFF, 0xD8, 0xFF)
                || is(head, 0xFF, 0x4F, 0xFF, 0x51)
                || is(head, 0xFF, 0x0A)
                || is(head, 0, 0, 0, 0x0C, 'J', 'X', 'L', ' ')
                || (head[0] >= 1 && head[0] <= 15 && is(head, head[0], 0, 0, 0, 64, 0, 0, 0));
    }

    private static boolean is(byte[] head, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if ((head[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
