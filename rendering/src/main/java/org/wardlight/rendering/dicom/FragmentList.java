// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.dicom.Value.Fragments;
import org.wardlight.rendering.dicom.Value.InFile;
import org.wardlight.rendering.dicom.Value.Raw;

/**
 * The items of encapsulated pixel data (PS3.5 A.4): a Basic Offset Table and fragments, by offset and length. Immutable.
 *
 * <p>A last fragment that the file cuts off is listed with the length that it declares.
 */
final class FragmentList {
    final long[] offsets;
    final long[] lengths;
    final long[] basicOffsets;
    private final boolean complete;

    private FragmentList(long[] offsets, long[] lengths, long[] basicOffsets, boolean complete) {
        this.offsets = offsets;
        this.lengths = lengths;
        this.basicOffsets = basicOffsets;
        this.complete = complete;
    }

    int size() {
        return offsets.length;
    }

    /** Whether the fragments end with a delimiter, all of them wholly in the file. */
    boolean complete() {
        return complete;
    }

    /** Offset of a fragment's item as Basic and Extended Offset Table count it: from the first item after the table. */
    long relative(int fragment) {
        return offsets[fragment] - offsets[0];
    }

    Fragments toValue(ByteSource source) {
        List<Raw> raw = new ArrayList<>();
        for (int i = 0; i < offsets.length; i++) {
            raw.add(new InFile(source, offsets[i], lengths[i], false));
        }
        return new Fragments(raw, List.of());
    }

    /** Reads from the first item to past the delimiter. What breaks the form ends the list, and it is then not complete. */
    static FragmentList read(SourceCursor in, Limits limits, long end) throws IOException {
        long[] table = new long[0];
        long[] offsets = new long[4];
        long[] lengths = new long[4];
        int count = 0;
        boolean first = true;
        while (end - in.position() >= 8) {
            int tag = in.peekTag(0, false);
            long length = in.peek32(4, false);
            if (tag == Tag.SEQUENCE_DELIMITATION) {
                in.seek(in.position() + 8);
                return new FragmentList(Arrays.copyOf(offsets, count), Arrays.copyOf(lengths, count), table, true);
            }
            if (tag != Tag.ITEM) {
                break;
            }
            in.seek(in.position() + 8);
            long available = end - in.position();
            if (first && length <= available) {
                table = readTable(in, length, limits);
            } else {
                if (count == limits.elements()) {
                    throw new LimitExceeded("more than " + limits.elements() + " fragments of pixel data");
                }
                if (count == offsets.length) {
                    offsets = Arrays.copyOf(offsets, count * 2);
                    lengths = Arrays.copyOf(lengths, count * 2);
                }
                offsets[count] = in.position();
                lengths[count++] = length;
                if (length > available) {
                    break;
                }
                in.seek(in.position() + length);
            }
            first = false;
        }
        in.seek(end);
        return new FragmentList(Arrays.copyOf(offsets, count), Arrays.copyOf(lengths, count), table, false);
    }

    private static long[] readTable(SourceCursor in, long length, Limits limits) throws IOException {
        long entries = length / 4;
        if (entries > limits.frames()) {
            throw new LimitExceeded("a Basic Offset Table of " + entries + " entries, the limit is " + limits.frames());
        }
        ByteBuffer bytes = ByteBuffer.wrap(in.take((int) length)).order(ByteOrder.LITTLE_ENDIAN);
        long[] table = new long[(int) entries];
        for (int i = 0; i < table.length; i++) {
            table[i] = bytes.getInt() & 0xFFFF_FFFFL;
        }
        return table;
    }
}
