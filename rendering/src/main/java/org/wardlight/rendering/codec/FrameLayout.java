// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.dicom.Limits;

/**
 * How the header says that a frame is stored (Image Pixel Module, PS3.3 C.7.6.3). Checked at birth, so that codecs may rely on it.
 *
 * @param rows Rows, 1 to 65535
 * @param columns Columns, 1 to 65535
 * @param samples Samples per Pixel, 1 or 3
 * @param bitsAllocated bits of a sample's container: 1, 8, 16 or 32; of floating-point numbers 32 or 64
 * @param bitsStored bits of a sample that count
 * @param highBit position of the most significant of them, counted from 0
 * @param signed Pixel Representation 1: two's complement
 * @param photometric what the header says the samples stand for; a codestream may know better
 * @param planar Planar Configuration 1: all of the first sample, then all of the second; meant for native data only
 * @param floating whether values are IEEE 754 numbers (Float and Double Float Pixel Data, PS3.3 C.7.6.24): grey, never packed or cut
 */
public record FrameLayout(
        int rows,
        int columns,
        int samples,
        int bitsAllocated,
        int bitsStored,
        int highBit,
        boolean signed,
        Photometric photometric,
        boolean planar,
        boolean floating) {

    public FrameLayout {
        range("Rows (0028,0010)", rows, 1, 65535);
        range("Columns (0028,0011)", columns, 1, 65535);
        if (samples != photometric.samples()) {
            throw new MalformedDicom("Samples per Pixel (0028,0002) is " + samples + " but " + photometric.term()
                    + " has " + photometric.samples());
        }
        boolean known = floating
                ? bitsAllocated == 32 || bitsAllocated == 64
                : bitsAllocated == 1 || bitsAllocated == 8 || bitsAllocated == 16 || bitsAllocated == 32;
        if (!known) {
            throw new MalformedDicom("Bits Allocated (0028,0100) is " + bitsAllocated + ", expected "
                    + (floating ? "32 or 64" : "1, 8, 16 or 32") + retired(bitsAllocated));
        }
        if (floating && (!photometric.grey() || bitsStored != bitsAllocated)) {
            throw new MalformedDicom("floating-point pixels are " + photometric.term() + " of " + bitsStored
                    + " bits, expected MONOCHROME1 or 2 of all bits");
        }
        range("Bits Stored (0028,0101)", bitsStored, 1, bitsAllocated);
        range("High Bit (0028,0102)", highBit, bitsStored - 1, bitsAllocated - 1);
        if (signed && bitsAllocated == 1) {
            // Two's complement would make the set bit the darker one, others read it as 1: not to be guessed.
            throw new MalformedDicom("Pixel Representation (0028,0103) is 1, but a pixel of one bit has no sign");
        }
    }

    /** Packed pixel cells of ACR-NEMA, whose order their makers did not agree on: not to be guessed. */
    private static String retired(int bitsAllocated) {
        return bitsAllocated == 12 || bitsAllocated == 24
                ? ": packed pixels are retired (PS3.5 8.1.1); export the image anew with 8 or 16 bits allocated"
                : "";
    }

    private static void range(String what, int value, int from, int to) {
        if (value < from || value > to) {
            throw new MalformedDicom(what + " is " + value + ", expected " + from + " to " + to);
        }
    }

    /** Integers, as nearly all images are. */
    public FrameLayout(
            int rows,
            int columns,
            int samples,
            int bitsAllocated,
            int bitsStored,
            int highBit,
            boolean signed,
            Photometric photometric,
            boolean planar) {
        this(rows, columns, samples, bitsAllocated, bitsStored, highBit, signed, photometric, planar, false);
    }

    /** Floating-point numbers of 32 or 64 bits. */
    public static FrameLayout floats(int rows, int columns, int bits, Photometric photometric) {
        return new FrameLayout(rows, columns, 1, bits, bits, bits - 1, true, photometric, false, true);
    }

    /** The usual grey frame: unsigned or signed, right-aligned. */
    public static FrameLayout grey(int rows, int columns, int bitsAllocated, int bitsStored, boolean signed) {
        return new FrameLayout(
                rows, columns, 1, bitsAllocated, bitsStored, bitsStored - 1, signed, Photometric.MONOCHROME2, false);
    }

    /** Eight-bit colour, sample-interleaved. */
    public static FrameLayout colour(int rows, int columns, Photometric photometric) {
        return new FrameLayout(rows, columns, 3, 8, 8, 7, false, photometric, false);
    }

    /** The same frame with samples that stand for something else, interleaved. */
    public FrameLayout as(Photometric other) {
        return new FrameLayout(
                rows, columns, other.samples(), bitsAllocated, bitsStored, highBit, signed, other, false, floating);
    }

    /** Pixels of the frame. */
    public long pixels() {
        return (long) rows * columns;
    }

    /** Samples of the frame once every pixel has all of its own: chroma that is stored at half rate counts in full. */
    public long values() {
        return pixels() * samples;
    }

    /** Whether values need more than the 16 bits that a tile has. */
    public boolean deep() {
        return floating || photometric.grey() && bitsStored > 16;
    }

    /** Bytes of one decoded sample; a 1-bit sample takes one. */
    public int valueBytes() {
        return Math.max(1, bitsAllocated / 8);
    }

    /** Bytes of the decoded frame. */
    public long decodedBytes() {
        return values() * valueBytes();
    }

    /** Bits of one frame in native Pixel Data: frames of 1-bit samples follow each other without padding (PS3.5 8.1.1). */
    public long nativeBits() {
        if (photometric.paired()) {
            return (long) rows * packedRowSamples() * bitsAllocated;
        }
        return values() * bitsAllocated;
    }

    /** Samples in one packed row of YBR_FULL_422: Y1 Y2 CB CR for every two pixels begun (PS3.3 C.7.6.3.1.2). */
    int packedRowSamples() {
        return (columns + 1) / 2 * 4;
    }

    /**
     * Refuses a frame that would not fit.
     *
     * @throws LimitExceeded when the decoded frame has more than {@link Limits#frameBytes} bytes, or more samples than an array holds
     */
    public FrameLayout within(Limits limits) {
        if (decodedBytes() > Math.min(limits.frameBytes(), Integer.MAX_VALUE - 16L)) {
            throw new LimitExceeded("a frame of " + rows + " x " + columns + " x " + samples + " samples needs "
                    + decodedBytes() + " bytes, the limit is " + limits.frameBytes());
        }
        return this;
    }
}
