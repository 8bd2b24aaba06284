// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.measure;

import org.jspecify.annotations.Nullable;

/**
 * A calibrated region of an ultrasound picture (PS3.3 C.8.5.5.1). The physical value at the centre of column {@code c} is
 * {@code originX + (c - left - referenceX) * deltaX}, where the reference pixel is stated; deltas keep their sign.
 *
 * @param left first column, from 0, and so on: all four belong to the region
 * @param format what the region is a picture of
 * @param dataType Region Data Type (0018,6014) as stated: 1 tissue, 2 colour flow, 3 PW Doppler, 4 CW Doppler, ...; 0 when not stated
 * @param flags Region Flags (0018,6016) as stated; bit 0: low priority where regions overlap, bit 2: Doppler scale in Hz or cm/s
 * @param unitX what deltaX is in, as a UCUM code (cm, s, Hz, cm/s, %, dB, deg, ...); null when none or not known
 * @param deltaX physical step from a column to the next; null when absent or 0
 * @param referenceX column of the reference pixel, from the left edge of the region; null when not stated
 * @param originX physical value at the reference pixel, 0 when not stated
 */
public record UltrasoundRegion(
        int left,
        int top,
        int right,
        int bottom,
        Format format,
        int dataType,
        long flags,
        @Nullable String unitX,
        @Nullable String unitY,
        @Nullable Double deltaX,
        @Nullable Double deltaY,
        @Nullable Integer referenceX,
        @Nullable Integer referenceY,
        double originX,
        double originY) {
    /** Region Spatial Format (0018,6012). */
    public enum Format {
        NONE,
        TWO_D,
        M_MODE,
        SPECTRAL,
        WAVEFORM,
        GRAPHICS,
        OTHER
    }
}
