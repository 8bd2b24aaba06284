// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/**
 * Pixel data that is not compressed: frames follow each other without padding between them (PS3.5 8.1.1, A.1 to A.3).
 *
 * @param tag (7FE0,0010), or (7FE0,0008) Float, (7FE0,0009) Double Float Pixel Data
 * @param offset of the first byte of the value
 * @param length as stated; more than {@code available} when the file was cut off
 * @param available bytes of the value that are there
 * @param vr OB or OW; OF, OD for float
 * @param bigEndian whether units of the VR are big endian in the source
 * @param inflated the inflated bytes that hold the value, when the data set was deflated: no range of the file itself does
 */
public record NativePixelData(
        int tag,
        long offset,
        long length,
        long available,
        Vr vr,
        boolean bigEndian,
        @Nullable ByteSource inflated) implements PixelData {
    @Override
    public int frames(FrameShape shape) {
        return (int) Math.min(shape.frames(), available * 8 / shape.bits());
    }

    @Override
    public byte[] frame(ByteSource source, int index, FrameShape shape, Limits limits) throws IOException {
        long firstBit = firstBit(index, shape, limits);
        long first = firstBit / 8;
        long end = (firstBit + shape.bits() + 7) / 8;
        byte[] bytes = littleEndian(inflated == null ? source : inflated, first, (int) (end - first), shape);
        return firstBit % 8 == 0 ? bytes : Bits.shiftDown(bytes, (int) (firstBit % 8), (int) shape.bytes());
    }

    /** Whether frames lie in the source as {@link #frame} gives them, so that they can be read a piece at a time. */
    public boolean readable(FrameShape shape) {
        return !bigEndian && shape.bits() % 8 == 0;
    }

    /**
     * Reads a piece of a {@link #readable} frame, so that nobody holds all of its bytes.
     *
     * @param from byte of the frame, from 0
     */
    public void read(ByteSource source, int index, FrameShape shape, Limits limits, long from, byte[] target, int count)
            throws IOException {
        long first = firstBit(index, shape, limits) / 8 + from;
        (inflated == null ? source : inflated).read(offset + first, target, 0, count);
    }

    private long firstBit(int index, FrameShape shape, Limits limits) {
        if (index < 0 || index >= shape.frames()) {
            throw new IndexOutOfBoundsException("frame " + index + " of " + shape.frames());
        }
        if (shape.bytes() > limits.frameBytes()) {
            throw new LimitExceeded(
                    "a frame of " + shape.bytes() + " bytes is above the limit of " + limits.frameBytes());
        }
        long firstBit = Math.multiplyExact(shape.bits(), (long) index);
        long first = firstBit / 8;
        long end = (firstBit + shape.bits() + 7) / 8;
        if (end > available) {
            throw new MalformedDicom("frame " + (index + 1) + " of " + shape.frames() + " needs bytes " + first + " to "
                    + end + " of " + Tag.format(tag) + ", which has " + available);
        }
        return firstBit;
    }

    private byte[] littleEndian(ByteSource from, long first, int count, FrameShape shape) throws IOException {
        int unit = bigEndian ? unit(shape) : 1;
        // A frame may begin inside a word: whole words are read, turned round, then cut.
        long alignedFirst = first - first % unit;
        long alignedEnd = Math.min((first + count + unit - 1) / unit * unit, available);
        byte[] bytes = new byte[(int) (alignedEnd - alignedFirst)];
        from.read(offset + alignedFirst, bytes, 0, bytes.length);
        Bits.reverseUnits(bytes, unit);
        return bytes.length == count
                ? bytes
                : java.util.Arrays.copyOfRange(
                        bytes, (int) (first - alignedFirst), (int) (first - alignedFirst) + count);
    }

    /** OW is turned in words of 16 bits even for 8-bit pixels; wider samples are turned whole. */
    private int unit(FrameShape shape) {
        return vr == Vr.OB ? 1 : Math.max(vr.unit(), shape.bitsAllocated() / 8);
    }
}
