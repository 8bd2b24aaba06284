// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.FrameKind.Padding;
import org.wardlight.rendering.pixel.FrameKind.Window;

/**
 * From stored values to eight bits of grey, all steps in one: rescale, VOI, then at most one inversion. Padding is background:
 * black whatever the polarity (PS3.3 C.7.5.1.1.2), as the viewer draws it. Immutable, so that one may serve all tiles of a frame.
 */
public final class GreyScale {
    private static final int MOST_BITS_IN_TABLE = 16;

    private final FrameKind kind;
    private final Voi voi;
    private final boolean wide;
    private final int first;
    private final byte[] table;

    private GreyScale(FrameKind kind, Voi voi, StoredFrame frame, long uses) {
        this.kind = kind;
        this.voi = voi;
        this.wide = frame.wide();
        int bits = frame.layout().bitsStored();
        this.first = frame.layout().signed() ? -(1 << (bits - 1)) : 0;
        this.table = new byte[bits <= MOST_BITS_IN_TABLE && uses >= 1 << bits ? 1 << bits : 0];
        if (table.length > 0) {
            fill();
        }
    }

    /** Where the VOI step only rises most entries are one of its ends: those are not computed one by one. */
    private void fill() {
        int last = table.length - 1;
        byte low = shade(first);
        byte high = shade(first + last);
        int from = voi.rises() ? search(grey -> grey != low) : 0;
        int to = voi.rises() ? search(grey -> grey == high) : table.length;
        Arrays.fill(table, 0, from, low);
        for (int i = from; i < to; i++) {
            table[i] = shade(first + i);
        }
        Arrays.fill(table, Math.max(from, to), table.length, high);
        Padding padding = kind.padding();
        if (padding != null && padding.to() >= first && padding.from() <= first + last) {
            int start = Math.max(first, padding.from()) - first;
            Arrays.fill(table, start, Math.max(start, Math.min(first + last, padding.to()) - first + 1), (byte) 0);
        }
    }

    /** The first entry whose grey is as wanted, when all after it are so too; else the length. */
    private int search(Predicate<Byte> wanted) {
        int from = 0;
        int to = table.length;
        while (from < to) {
            int middle = from + to >>> 1;
            if (wanted.test(shade(first + middle))) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /** What the frame is shown with at first. */
    public static GreyScale standard(StoredFrame frame, FrameKind kind) {
        return new GreyScale(
                kind, Voi.standard(frame, kind), frame, frame.layout().pixels());
    }

    /** The same for so few values that a table would not pay. */
    public static GreyScale standardForFew(StoredFrame frame, FrameKind kind, long uses) {
        return new GreyScale(kind, Voi.standard(frame, kind), frame, uses);
    }

    /** The given window, or minimum to maximum of the frame without padding. */
    public static GreyScale of(StoredFrame frame, FrameKind kind, @Nullable Window window) {
        return new GreyScale(
                kind, Voi.of(frame, kind, window), frame, frame.layout().pixels());
    }

    /** The grey of one stored value. */
    public byte grey(int stored) {
        return table.length > 0 ? table[stored - first] : compute(stored);
    }

    /** The greys of {@code count} stored values, from {@code at} on in {@code target}. */
    public void map(int[] stored, int count, byte[] target, int at) {
        if (table.length == 0) {
            for (int i = 0; i < count; i++) {
                target[at + i] = compute(stored[i]);
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            target[at + i] = table[stored[i] - first];
        }
    }

    /** The greys of {@code count} samples of a frame from its sample {@code from} on, from {@code at} on in {@code target}. */
    public void map(StoredFrame frame, int from, int count, byte[] target, int at) {
        if (table.length > 0 && frame.array() instanceof short[] words) {
            int mask = frame.layout().signed() ? -1 : 0xFFFF;
            for (int i = 0; i < count; i++) {
                target[at + i] = table[(words[from + i] & mask) - first];
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            target[at + i] = grey(frame.value(from + i));
        }
    }

    private byte compute(int stored) {
        return grey((double) (wide ? stored & 0xFFFFFFFFL : stored));
    }

    /** The grey of a value that may lie between two stored ones. */
    byte grey(double stored) {
        Padding padding = kind.padding();
        if (padding != null && stored >= padding.from() && stored <= padding.to()) {
            return 0;
        }
        return shade(stored);
    }

    /** The grey of a value that is no padding. */
    private byte shade(double stored) {
        int grey = (int) Math.floor(voi.apply(stored * kind.slope() + kind.intercept()) + 0.5);
        return (byte) (kind.inverted() ? 255 - grey : grey);
    }
}
