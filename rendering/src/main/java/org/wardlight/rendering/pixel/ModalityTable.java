// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.BitSet;
import java.util.OptionalInt;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.LookupTable;
import org.wardlight.rendering.codec.Lookups;
import org.wardlight.rendering.codec.Lookups.NoValue;
import org.wardlight.rendering.codec.StoredFrame;

/**
 * Applies a Modality LUT Sequence (PS3.3 C.11.1). Its output takes the place of the stored values from there on, in tiles too, so
 * that windows and measurements downstream need not know that there was a table. Padding does not go through the table
 * (C.7.5.1.1.2): it becomes the lowest output that no other value has.
 */
public final class ModalityTable {
    private static final int OUTPUTS = 1 << 16;

    private ModalityTable() {}

    /** What padding is among a table's outputs; empty when there is no table, no padding, or no output left for it. */
    static OptionalInt gap(Lookups lookups, FrameLayout layout) {
        LookupTable table = lookups.modality();
        NoValue none = lookups.noValue();
        if (table == null || none == null) {
            return OptionalInt.empty();
        }
        BitSet used = new BitSet(OUTPUTS);
        double low = layout.signed() ? -Math.scalb(1.0, layout.bitsStored() - 1) : 0;
        double high = low + Math.scalb(1.0, layout.bitsStored()) - 1;
        int last = table.entries().length - 1;
        for (int i = 0; i <= last; i++) {
            // The first and last entry stand for all that lies beyond them.
            double from = i == 0 ? Math.min(low, table.first()) : table.first() + (double) i;
            double to = i == last ? Math.max(high, table.first() + (double) i) : table.first() + (double) i;
            boolean isReached = to >= low && from <= high;
            if (isReached && (from < none.from() || to > none.to())) {
                used.set(table.entries()[i]);
            }
        }
        int free = used.nextClearBit(0);
        return free < OUTPUTS ? OptionalInt.of(free) : OptionalInt.empty();
    }

    /** Bits that the outputs and the gap need. */
    static int bits(LookupTable table, OptionalInt gap) {
        return Math.max(table.bits(), Integer.SIZE - Integer.numberOfLeadingZeros(gap.orElse(0)));
    }

    /** The frame of table outputs, or the frame itself when it has no such table. */
    public static StoredFrame apply(StoredFrame frame) {
        LookupTable table = frame.lookups().modality();
        if (table == null) {
            return frame;
        }
        Lookups left =
                new Lookups(frame.lookups().palette(), null, frame.lookups().voi(), null);
        OptionalInt gap = gap(frame.lookups(), frame.layout());
        int bits = bits(table, gap);
        int count = Math.toIntExact(frame.layout().values());
        FrameLayout layout = FrameLayout.grey(frame.rows(), frame.columns(), bits <= 8 ? 8 : 16, bits, false);
        if (bits <= 8) {
            byte[] out = new byte[count];
            for (int i = 0; i < count; i++) {
                out[i] = (byte) output(frame, i, table, gap);
            }
            return StoredFrame.of(layout, out).with(left);
        }
        short[] out = new short[count];
        for (int i = 0; i < count; i++) {
            out[i] = (short) output(frame, i, table, gap);
        }
        return StoredFrame.of(layout, out).with(left);
    }

    private static int output(StoredFrame frame, int index, LookupTable table, OptionalInt gap) {
        int stored = frame.value(index);
        return gap.isPresent() && isPadding(stored, frame.lookups().noValue()) ? gap.getAsInt() : table.get(stored);
    }

    private static boolean isPadding(int stored, @org.jspecify.annotations.Nullable NoValue none) {
        return none != null && stored >= none.from() && stored <= none.to();
    }
}
