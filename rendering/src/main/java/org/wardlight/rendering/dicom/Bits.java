// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

/** Byte and bit order in arrays. */
final class Bits {
    private Bits() {}

    /** Turns each whole unit of bytes round, in place; a rest shorter than a unit stays. */
    static void reverseUnits(byte[] bytes, int unit) {
        if (unit <= 1) {
            return;
        }
        for (int start = 0; start + unit <= bytes.length; start += unit) {
            for (int low = start, high = start + unit - 1; low < high; low++, high--) {
                byte kept = bytes[low];
                bytes[low] = bytes[high];
                bytes[high] = kept;
            }
        }
    }

    /** Moves bits, least significant first, down by {@code shift} (1 to 7), so that bit {@code shift} becomes bit 0 of byte 0. */
    static byte[] shiftDown(byte[] bytes, int shift, int resultLength) {
        byte[] result = new byte[resultLength];
        for (int i = 0; i < resultLength; i++) {
            int next = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
            result[i] = (byte) ((bytes[i] & 0xFF) >> shift | next << (8 - shift));
        }
        return result;
    }
}
