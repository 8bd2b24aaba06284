// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import org.wardlight.rendering.RenderingException.MalformedDicom;

/**
 * The stored values of one frame exactly as DICOM defines them: the Bits Stored bits below High Bit, sign-extended when signed,
 * samples interleaved (R1 G1 B1 R2 …), rows from top to bottom. Immutable by agreement: nobody writes to the arrays.
 */
public final class StoredFrame {
    private final FrameLayout layout;
    private final Object values;
    private final Lookups lookups;
    private final byte[] packed;

    private StoredFrame(FrameLayout layout, Object values, Lookups lookups, byte[] packed) {
        this.layout = layout;
        this.values = values;
        this.lookups = lookups;
        this.packed = packed;
    }

    /** Values of 1 or 8 bits allocated. */
    public static StoredFrame of(FrameLayout layout, byte[] values) {
        return checked(layout, values, values.length, 1);
    }

    /** Values of 16 bits allocated. */
    public static StoredFrame of(FrameLayout layout, short[] values) {
        return checked(layout, values, values.length, 2);
    }

    /** Values of 32 bits allocated. */
    public static StoredFrame of(FrameLayout layout, int[] values) {
        return checked(layout, values, values.length, 4);
    }

    /** Values of Float Pixel Data. */
    public static StoredFrame of(FrameLayout layout, float[] values) {
        return checked(layout, values, values.length, 4);
    }

    /** Values of Double Float Pixel Data. */
    public static StoredFrame of(FrameLayout layout, double[] values) {
        return checked(layout, values, values.length, 8);
    }

    private static StoredFrame checked(FrameLayout layout, Object values, int length, int valueBytes) {
        if (length != layout.values() || layout.valueBytes() != valueBytes) {
            throw new MalformedDicom("a frame of " + length + " values of " + valueBytes + " bytes, expected "
                    + layout.values() + " of " + layout.valueBytes());
        }
        if (layout.floating() != (values instanceof float[] || values instanceof double[])) {
            throw new IllegalArgumentException("the layout and the array disagree on whether values are integers");
        }
        return new StoredFrame(layout, values, Lookups.NONE, new byte[0]);
    }

    /** The same values, with the tables that they need. */
    public StoredFrame with(Lookups tables) {
        return new StoredFrame(layout, values, tables, packed);
    }

    /** The same values, which were packed so (YBR_FULL_422): kept because {@link #bytes} states what is stored. */
    StoredFrame packedAs(byte[] stored) {
        return new StoredFrame(layout, values, lookups, stored);
    }

    /** The layout of these values: {@code planar} is false, {@code photometric} is what the values are. */
    public FrameLayout layout() {
        return layout;
    }

    public Lookups lookups() {
        return lookups;
    }

    public int rows() {
        return layout.rows();
    }

    public int columns() {
        return layout.columns();
    }

    public int samples() {
        return layout.samples();
    }

    /** One sample as a number, whatever its type; 32-bit unsigned ones too are what they are. */
    public double number(int index) {
        if (values instanceof float[] floats) {
            return floats[index];
        }
        if (values instanceof double[] doubles) {
            return doubles[index];
        }
        int value = value(index);
        return wide() ? value & 0xFFFF_FFFFL : value;
    }

    /**
     * One sample; {@code index} counts samples from the top left.
     *
     * @throws IllegalStateException when values are floating-point numbers: see {@link #number}
     */
    public int value(int index) {
        if (values instanceof short[] words) {
            return layout.signed() ? words[index] : words[index] & 0xFFFF;
        }
        if (values instanceof byte[] bytes) {
            return layout.signed() ? bytes[index] : bytes[index] & 0xFF;
        }
        return integers()[index];
    }

    private int[] integers() {
        if (values instanceof int[] integers) {
            return integers;
        }
        throw new IllegalStateException("floating-point values are no integers");
    }

    /**
     * Copies {@code count} samples from sample {@code from} on to the start of {@code target}. Unsigned 32-bit values above
     * 2^31-1 come out negative: see {@link #wide}.
     */
    public void copy(int from, int count, int[] target) {
        if (values instanceof short[] words) {
            int mask = layout.signed() ? -1 : 0xFFFF;
            for (int i = 0; i < count; i++) {
                target[i] = words[from + i] & mask;
            }
        } else if (values instanceof byte[] bytes) {
            int mask = layout.signed() ? -1 : 0xFF;
            for (int i = 0; i < count; i++) {
                target[i] = bytes[from + i] & mask;
            }
        } else {
            System.arraycopy(integers(), from, target, 0, count);
        }
    }

    /** Whether values are unsigned numbers of 32 bits, which {@code int} arithmetic would take for signed. */
    public boolean wide() {
        return layout.bitsAllocated() == 32 && !layout.signed() && !layout.floating();
    }

    /** The array itself, for loops that know its type: {@code byte[]}, {@code short[]} or {@code int[]} by Bits Allocated, {@code float[]} or {@code double[]}. */
    public Object array() {
        return values;
    }

    /** Bytes that the values take in memory. */
    public long size() {
        return layout.decodedBytes() + packed.length;
    }

    /**
     * The values as little-endian containers of Bits Allocated bits (1 bit: one byte a pixel; floating point: IEEE 754), or for native YBR_FULL_422 the
     * packed bytes as stored: what {@code check} hashes.
     */
    public byte[] bytes() {
        if (packed.length > 0) {
            return packed.clone();
        }
        if (values instanceof byte[] bytes) {
            return bytes.clone();
        }
        int width = layout.valueBytes();
        byte[] out = new byte[Math.toIntExact(layout.decodedBytes())];
        int count = out.length / width;
        for (int i = 0; i < count; i++) {
            long value = bits(i);
            for (int b = 0; b < width; b++) {
                out[i * width + b] = (byte) (value >> 8 * b);
            }
        }
        return out;
    }

    private long bits(int index) {
        if (values instanceof short[] words) {
            return words[index];
        }
        if (values instanceof float[] floats) {
            return Float.floatToRawIntBits(floats[index]);
        }
        return values instanceof double[] doubles ? Double.doubleToRawLongBits(doubles[index]) : integers()[index];
    }
}
