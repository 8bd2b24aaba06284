// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

/** How a block of DEFLATE states its codes (RFC 1951 3.2.7): one for literals and lengths, and a distance code of one symbol. */
final class CodeLengths {
    /** The order in which lengths of the code for lengths are sent. */
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private static final int FEW_ZEROS = 17;
    private static final int MANY_ZEROS = 18;
    private static final int REPEAT = 16;
    private static final int MOST_BITS = 7;

    private CodeLengths() {}

    static void put(HuffmanCode literals, BitSink out) {
        int used = literals.symbols();
        while (used > 257 && literals.length(used - 1) == 0) {
            used--;
        }
        int[] lengths = new int[used + 1];
        for (int i = 0; i < used; i++) {
            lengths[i] = literals.length(i);
        }
        // The distance code: its only symbol takes one bit.
        lengths[used] = 1;
        int[] symbols = new int[lengths.length];
        int[] extra = new int[lengths.length];
        int count = runs(lengths, symbols, extra);
        int[] counts = new int[ORDER.length];
        for (int i = 0; i < count; i++) {
            counts[symbols[i]]++;
        }
        HuffmanCode code = new HuffmanCode(ORDER.length, MOST_BITS);
        code.build(counts);
        int sent = ORDER.length;
        while (sent > 4 && code.length(ORDER[sent - 1]) == 0) {
            sent--;
        }
        out.put(used - 257, 5);
        out.put(0, 5);
        out.put(sent - 4, 4);
        for (int i = 0; i < sent; i++) {
            out.put(code.length(ORDER[i]), 3);
        }
        for (int i = 0; i < count; i++) {
            out.put(code.code(symbols[i]), code.length(symbols[i]));
            out.put(extra[i], extraBits(symbols[i]));
        }
    }

    private static int extraBits(int symbol) {
        return switch (symbol) {
            case REPEAT -> 2;
            case FEW_ZEROS -> 3;
            case MANY_ZEROS -> 7;
            default -> 0;
        };
    }

    /** Lengths as symbols of the code for lengths; returns how many. */
    private static int runs(int[] lengths, int[] symbols, int[] extra) {
        int count = 0;
        int at = 0;
        while (at < lengths.length) {
            int length = lengths[at];
            int run = 1;
            while (at + run < lengths.length && lengths[at + run] == length) {
                run++;
            }
            int taken = 1;
            symbols[count] = length;
            extra[count] = 0;
            if (length == 0 && run >= 3) {
                taken = Math.min(run, 138);
                symbols[count] = taken < 11 ? FEW_ZEROS : MANY_ZEROS;
                extra[count] = taken < 11 ? taken - 3 : taken - 11;
            } else if (at > 0 && lengths[at - 1] == length && run >= 3) {
                taken = Math.min(run, 6);
                symbols[count] = REPEAT;
                extra[count] = taken - 3;
            }
            count++;
            at += taken;
        }
        return count;
    }
}
