// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

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
        for (int i = 0; i < table.length; i++) {
            table[i] = compute(first + i);
        }
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

    private byte compute(int stored) {
        return grey((double) (wide ? stored & 0xFFFFFFFFL : stored));
    }

    /** The grey of a value that may lie between two stored ones. */
    byte grey(double stored) {
        Padding padding = kind.padding();
        if (padding != null && stored >= padding.from() && stored <= padding.to()) {
            return 0;
        }
        int grey = (int) Math.floor(voi.apply(stored * kind.slope() + kind.intercept()) + 0.5);
        return (byte) (kind.inverted() ? 255 - grey : grey);
    }
}
