// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/** Fragments that lie here and there in a source, as one run of bytes. Immutable; as thread-safe as the source. */
final class JoinedFragments implements ByteSource {
    private final ByteSource source;
    private final long[] offsets;
    /** Where each fragment begins in the whole, and at last where the whole ends. */
    private final long[] starts;

    JoinedFragments(ByteSource source, long[] offsets, long[] lengths) {
        this.source = source;
        this.offsets = offsets;
        this.starts = new long[offsets.length + 1];
        for (int i = 0; i < offsets.length; i++) {
            starts[i + 1] = starts[i] + lengths[i];
        }
    }

    @Override
    public long size() {
        return starts[offsets.length];
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) throws IOException {
        if (position < 0 || position + length > size()) {
            throw new EOFException("the stream has " + size() + " bytes");
        }
        int found = Arrays.binarySearch(starts, position);
        int fragment = found >= 0 ? found : -found - 2;
        long at = position;
        int done = 0;
        while (done < length) {
            int count = (int) Math.min(length - done, starts[fragment + 1] - at);
            source.read(offsets[fragment] + (at - starts[fragment]), target, offset + done, count);
            done += count;
            at += count;
            fragment++;
        }
    }

    @Override
    public void close() {}
}
