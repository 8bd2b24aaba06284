// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import org.wardlight.rendering.RenderingException.MalformedDicom;

/** Expands segmented palette data (PS3.3 C.7.9.2). One thread; used once. */
final class SegmentedPalette {
    private static final int DISCRETE = 0;
    private static final int LINEAR = 1;
    private static final int INDIRECT = 2;

    private final char[] words;
    private final char[] out;
    private final String tag;
    private int written;

    private SegmentedPalette(char[] words, int count, String tag) {
        this.words = words;
        this.out = new char[count];
        this.tag = tag;
    }

    static char[] expand(char[] words, int count, String tag) {
        SegmentedPalette palette = new SegmentedPalette(words, count, tag);
        int position = 0;
        while (position < words.length && palette.written < count) {
            position = palette.segment(position, true);
        }
        if (palette.written < count) {
            throw palette.broken("gives " + palette.written + " of " + count + " entries");
        }
        return palette.out;
    }

    /** Expands the segment at a position and gives that of the next. An indirect segment may not lead to another one. */
    private int segment(int at, boolean mayPoint) {
        int length = word(at + 1);
        switch (word(at)) {
            case DISCRETE -> {
                for (int i = 0; i < length; i++) {
                    put(word(at + 2 + i));
                }
                return at + 2 + length;
            }
            case LINEAR -> {
                line(length, word(at + 2));
                return at + 3;
            }
            case INDIRECT -> {
                if (!mayPoint) {
                    throw broken("has an indirect segment that leads to another");
                }
                int next = (word(at + 2) | word(at + 3) << 16) & Integer.MAX_VALUE;
                for (int i = 0; i < length; i++) {
                    next = segment(next, false);
                }
                return at + 4;
            }
            default -> throw broken("has a segment of type " + word(at));
        }
    }

    private void line(int length, int last) {
        if (written == 0) {
            throw broken("begins with a linear segment");
        }
        int first = out[written - 1];
        for (int i = 1; i <= length; i++) {
            put((int) Math.round(first + (double) (last - first) * i / length));
        }
    }

    private void put(int value) {
        if (written == out.length) {
            throw broken("gives more than " + out.length + " entries");
        }
        out[written++] = (char) value;
    }

    private int word(int at) {
        if (at < 0 || at >= words.length) {
            throw broken("ends inside a segment");
        }
        return words[at];
    }

    private MalformedDicom broken(String what) {
        return new MalformedDicom("the segmented palette " + tag + " " + what);
    }
}
