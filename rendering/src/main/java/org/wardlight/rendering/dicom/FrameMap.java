// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.wardlight.rendering.RenderingException.LimitExceeded;

/**
 * Which fragments make which frame. In order of trust: a single frame has them all; a sound Extended Offset Table (PS3.3
 * C.7.6.3.1.8); a sound Basic Offset Table; as many fragments as frames; fragments that begin like a codestream. A table is sound
 * when each entry points at an item, in ascending order: wrong ones are common, and believing them shifts every frame.
 */
final class FrameMap {
    private final FragmentList fragments;
    private final int[] starts;
    private final long[] statedLengths;

    private FrameMap(FragmentList fragments, int[] starts, long[] statedLengths) {
        this.fragments = fragments;
        this.starts = starts;
        this.statedLengths = statedLengths;
    }

    static FrameMap of(FragmentList fragments, DataSet data, TransferSyntax syntax, ByteSource source, Limits limits)
            throws IOException {
        int frames = Math.max(1, data.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
        if (frames > limits.frames()) {
            throw new LimitExceeded("Number of Frames (0028,0008) is " + frames + ", the limit is " + limits.frames());
        }
        int count = fragments.size();
        while (count > 0 && fragments.lengths[count - 1] == 0) {
            count--;
        }
        if (count == 0) {
            return new FrameMap(fragments, new int[0], new long[0]);
        }
        if (frames == 1 || syntax.isVideo()) {
            return new FrameMap(fragments, new int[] {0}, new long[0]);
        }
        int[] extended = starts(fragments, data.longs(Tag.EXTENDED_OFFSET_TABLE), frames);
        if (extended.length > 0) {
            return new FrameMap(fragments, extended, data.longs(Tag.EXTENDED_OFFSET_TABLE_LENGTHS));
        }
        int[] basic = starts(fragments, fragments.basicOffsets, frames);
        if (basic.length > 0) {
            return new FrameMap(fragments, basic, new long[0]);
        }
        // Of a file that was cut off, fragments are missing: that their number fits says nothing then.
        if (fragments.complete() && (fragments.size() == frames || count == frames)) {
            return new FrameMap(fragments, IntStream.range(0, frames).toArray(), new long[0]);
        }
        int[] found = CodestreamMarks.find(fragments, source);
        return new FrameMap(fragments, Arrays.copyOf(found, Math.min(found.length, frames)), new long[0]);
    }

    /** Number of frames that have fragments. */
    int frames() {
        return starts.length;
    }

    int[] starts() {
        return starts.clone();
    }

    int first(int frame) {
        return starts[frame];
    }

    int end(int frame) {
        return frame + 1 < starts.length ? starts[frame + 1] : fragments.size();
    }

    /** Bytes of a frame: of its fragments, or fewer when the Extended Offset Table states so (an odd one is padded). */
    long length(int frame) {
        long sum = 0;
        for (int i = first(frame); i < end(frame); i++) {
            sum += fragments.lengths[i];
        }
        boolean stated = frame < statedLengths.length && statedLengths[frame] > 0 && statedLengths[frame] < sum;
        return stated ? statedLengths[frame] : sum;
    }

    /**
     * Fragment numbers that a table of item offsets points at; empty when one entry points elsewhere or one frame has none. Entries past
     * the end of a file that was cut off are left out, entries beyond the number of frames too.
     */
    private static int[] starts(FragmentList fragments, long[] table, int frames) {
        if (table.length < frames || table[0] != 0) {
            return new int[0];
        }
        int[] starts = new int[frames];
        int fragment = 0;
        for (int frame = 0; frame < frames; frame++) {
            while (fragment < fragments.size() && fragments.relative(fragment) < table[frame]) {
                fragment++;
            }
            if (fragment == fragments.size() && !fragments.complete()) {
                return Arrays.copyOf(starts, frame);
            }
            boolean sound = fragment < fragments.size() && fragments.relative(fragment) == table[frame];
            if (!sound || (frame > 0 && fragment == starts[frame - 1])) {
                return new int[0];
            }
            starts[frame] = fragment;
        }
        return starts;
    }
}
