// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.LookupTable;
import org.wardlight.rendering.codec.Lookups;
import org.wardlight.rendering.codec.StoredFrame;

/**
 * Applies a Modality LUT Sequence (PS3.3 C.11.1). Its output takes the place of the stored values from there on, in tiles too, so
 * that windows and measurements downstream need not know that there was a table.
 */
public final class ModalityTable {
    private ModalityTable() {}

    /** The frame of table outputs, or the frame itself when it has no such table. */
    public static StoredFrame apply(StoredFrame frame) {
        LookupTable table = frame.lookups().modality();
        if (table == null) {
            return frame;
        }
        Lookups left =
                new Lookups(frame.lookups().palette(), null, frame.lookups().voi(), null);
        int count = Math.toIntExact(frame.layout().values());
        FrameLayout layout =
                FrameLayout.grey(frame.rows(), frame.columns(), table.bits() <= 8 ? 8 : 16, table.bits(), false);
        if (table.bits() <= 8) {
            byte[] out = new byte[count];
            for (int i = 0; i < count; i++) {
                out[i] = (byte) table.get(frame.value(i));
            }
            return StoredFrame.of(layout, out).with(left);
        }
        short[] out = new short[count];
        for (int i = 0; i < count; i++) {
            out[i] = (short) table.get(frame.value(i));
        }
        return StoredFrame.of(layout, out).with(left);
    }
}
