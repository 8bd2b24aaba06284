// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

/** Takes the Bits Stored bits below High Bit and sign-extends them; all other bits of the container are undefined (PS3.5 8.1.1). */
final class ValueFit {
    private final int left;
    private final int right;
    private final boolean signed;
    private final boolean idle;

    private ValueFit(int containerBits, int bitsStored, int highBit, boolean signed) {
        this.left = 31 - highBit;
        this.right = 32 - bitsStored;
        this.signed = signed;
        this.idle = bitsStored == containerBits;
    }

    static ValueFit of(FrameLayout layout) {
        return new ValueFit(layout.bitsAllocated(), layout.bitsStored(), layout.highBit(), layout.signed());
    }

    /** For decoders that give values at the low end whatever High Bit says. */
    static ValueFit rightAligned(FrameLayout layout) {
        return new ValueFit(layout.bitsAllocated(), layout.bitsStored(), layout.bitsStored() - 1, layout.signed());
    }

    /** Whether every value stays as it is. */
    boolean idle() {
        return idle;
    }

    int fit(int raw) {
        return signed ? raw << left >> right : raw << left >>> right;
    }

    void apply(byte[] values) {
        for (int i = 0; !idle && i < values.length; i++) {
            values[i] = (byte) fit(values[i]);
        }
    }

    /** In forms that the compiler turns into vector instructions: it is done for every frame of 16 bits. */
    void apply(short[] values) {
        int up = left - Short.SIZE;
        int down = right - Short.SIZE;
        if (idle || up < 0 || down < 0) {
            for (int i = 0; !idle && i < values.length; i++) {
                values[i] = (short) fit(values[i]);
            }
        } else if (signed) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (short) ((short) (values[i] << up) >> down);
            }
        } else if (up == down) {
            int mask = 0xFFFF >>> down;
            for (int i = 0; i < values.length; i++) {
                values[i] = (short) (values[i] & mask);
            }
        } else {
            for (int i = 0; i < values.length; i++) {
                values[i] = (short) fit(values[i]);
            }
        }
    }

    void apply(int[] values) {
        for (int i = 0; !idle && i < values.length; i++) {
            values[i] = fit(values[i]);
        }
    }
}
