// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tile-parts of a JPEG 2000 codestream (T.800 A.4.2). Some encoders write a number of tile-parts (TNsot) that is one too small;
 * a decoder that believes it leaves out the last quality layer without a word, so the number is put right before one sees it.
 *
 * <pre>SOT FF90 | Lsot (2) 10 | Isot (2) tile | Psot (4) length, 0 for up to the end | TPsot (1) part | TNsot (1) parts, 0 unknown</pre>
 */
final class TileParts {
    private static final int SOT = 0xFF90;
    private static final int SOD = 0xFF93;
    private static final int SOT_BYTES = 12;

    private final byte[] in;
    private final Map<Integer, Integer> parts = new HashMap<>();
    private final List<Integer> starts = new ArrayList<>();

    private TileParts(byte[] in) {
        this.in = in;
        long at = 2;
        while (at + SOT_BYTES <= in.length && word((int) at) != SOT && in[(int) at] == (byte) 0xFF) {
            at += 2 + Math.max(2, word((int) at + 2));
        }
        while (at + SOT_BYTES <= in.length && word((int) at) == SOT) {
            int start = (int) at;
            starts.add(start);
            parts.merge(word(start + 4), 1, Integer::sum);
            long length = (long) word(start + 6) << 16 | word(start + 8);
            if (length < SOT_BYTES) {
                break; // up to the end of the codestream, or broken: the decoder will say
            }
            at += length;
        }
    }

    /** Whether no tile has coding parameters of its own: each tile-part's data begin right behind its SOT. */
    static boolean plain(byte[] codestream) {
        TileParts found = new TileParts(codestream);
        return found.starts.stream()
                .allMatch(start -> start + 14 <= codestream.length && found.word(start + SOT_BYTES) == SOD);
    }

    /** The same codestream, or a copy in which no tile says that it has fewer parts than are there. */
    static byte[] counted(byte[] codestream) {
        TileParts found = new TileParts(codestream);
        byte[] out = codestream;
        for (int start : found.starts) {
            int there = found.parts.getOrDefault(found.word(start + 4), 0);
            int said = codestream[start + 11] & 0xFF;
            if (said != 0 && said < there && there <= 255) {
                out = out == codestream ? Arrays.copyOf(codestream, codestream.length) : out;
                out[start + 11] = (byte) there;
            }
        }
        return out;
    }

    private int word(int at) {
        return (in[at] & 0xFF) << 8 | in[at + 1] & 0xFF;
    }
}
