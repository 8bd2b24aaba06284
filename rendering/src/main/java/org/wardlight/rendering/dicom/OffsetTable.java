// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.wardlight.rendering.dicom.Value.Fragments;
import org.wardlight.rendering.dicom.Value.Raw;

/** The Basic Offset Table to write: one entry a frame, offset of its first fragment's item (PS3.5 A.4). */
final class OffsetTable {
    private OffsetTable() {}

    /** Empty when no frame starts are given, or when one lies past what 32 bits can say. */
    static byte[] of(Fragments fragments) {
        List<Integer> starts = fragments.frameStarts();
        ByteBuffer table = ByteBuffer.allocate(starts.size() * 4).order(ByteOrder.LITTLE_ENDIAN);
        long offset = 0;
        int fragment = 0;
        for (int start : starts) {
            for (; fragment < start; fragment++) {
                Raw raw = fragments.fragments().get(fragment);
                offset += 8 + raw.length() + (raw.length() & 1);
            }
            if (offset > 0xFFFF_FFFFL) {
                return new byte[0];
            }
            table.putInt((int) offset);
        }
        return table.array();
    }
}
