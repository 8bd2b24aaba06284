// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/** Compressed pixel data: fragments, and which of them make which frame (PS3.5 A.4). Immutable, thread-safe. */
public final class EncapsulatedPixelData implements PixelData {
    private final FragmentList fragments;
    private final FrameMap map;
    private final long sourceSize;
    private final @Nullable ByteSource inflated;

    EncapsulatedPixelData(FragmentList fragments, FrameMap map, long sourceSize, @Nullable ByteSource inflated) {
        this.fragments = fragments;
        this.map = map;
        this.sourceSize = sourceSize;
        this.inflated = inflated;
    }

    public int fragmentCount() {
        return fragments.size();
    }

    public long fragmentOffset(int fragment) {
        return fragments.offsets[fragment];
    }

    /** As declared; the last fragment of a file that was cut off may reach past its end. */
    public long fragmentLength(int fragment) {
        return fragments.lengths[fragment];
    }

    /** The Basic Offset Table as written, empty when it is. */
    public long[] basicOffsetTable() {
        return fragments.basicOffsets.clone();
    }

    /** Index of the first fragment of each frame that can be told apart. */
    public int[] frameStarts() {
        return map.starts();
    }

    /** The fragments of all frames as they would be written again, without one that is cut off. */
    public Value.Fragments toValue(ByteSource source) {
        Value.Fragments all = fragments.toValue(inflated == null ? source : inflated);
        int last = fragments.size() - 1;
        boolean cut = last >= 0 && fragments.offsets[last] + fragments.lengths[last] > sourceSize;
        int count = cut ? last : fragments.size();
        return new Value.Fragments(
                all.fragments().subList(0, count),
                Arrays.stream(map.starts())
                        .filter(start -> start < count)
                        .boxed()
                        .toList());
    }

    @Override
    public int frames(FrameShape shape) {
        int whole = 0;
        for (int frame = 0; frame < map.frames(); frame++) {
            whole += isWhole(frame) && map.length(frame) > 0 ? 1 : 0;
        }
        return whole;
    }

    @Override
    public byte[] frame(ByteSource source, int index, FrameShape shape, Limits limits) throws IOException {
        return codestream(source, index, limits);
    }

    /**
     * All fragments joined, for a stream that is not cut into frames (video, PS3.5 A.4.5): read by range, of any size. Closing it
     * closes nothing.
     *
     * @throws MalformedDicom when fragments reach past the end of the file
     */
    public ByteSource stream(ByteSource source) {
        int last = fragments.size() - 1;
        if (last >= 0 && fragments.offsets[last] + fragments.lengths[last] > sourceSize) {
            throw new MalformedDicom("the stream is cut off: its fragments reach past the end of the file");
        }
        return new JoinedFragments(inflated == null ? source : inflated, fragments.offsets, fragments.lengths);
    }

    /** As {@link #frame}: for a codestream the shape does not matter. */
    public byte[] codestream(ByteSource source, int index, Limits limits) throws IOException {
        if (index < 0) {
            throw new IndexOutOfBoundsException("frame " + index);
        }
        String name = "frame " + (index + 1);
        if (index >= map.frames()) {
            throw new MalformedDicom(name + " has no fragments: " + fragments.size() + " fragments of pixel data make "
                    + map.frames() + " frames");
        }
        if (!isWhole(index)) {
            throw new MalformedDicom(name + " is cut off: its fragments reach past the end of the file");
        }
        long length = map.length(index);
        if (length > limits.frameBytes()) {
            throw new LimitExceeded(name + " has " + length + " bytes, the limit is " + limits.frameBytes());
        }
        if (length == 0) {
            throw new MalformedDicom(name + " is empty: its fragments have length 0");
        }
        byte[] bytes = new byte[(int) length];
        int at = 0;
        for (int i = map.first(index); i < map.end(index) && at < bytes.length; i++) {
            int count = (int) Math.min(fragments.lengths[i], bytes.length - at);
            (inflated == null ? source : inflated).read(fragments.offsets[i], bytes, at, count);
            at += count;
        }
        return bytes;
    }

    private boolean isWhole(int frame) {
        int last = map.end(frame) - 1;
        return last < map.first(frame) || fragments.offsets[last] + fragments.lengths[last] <= sourceSize;
    }
}
