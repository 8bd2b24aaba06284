// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

/**
 * What a file may ask for, checked before anything is allocated.
 *
 * @param elementBytes longest value that is loaded into memory; longer ones are left in the file by reference
 * @param dataSetBytes most bytes of values that one data set may hold in memory, inflated bytes included
 * @param elements most data elements in one object, over all levels
 * @param depth deepest nesting of sequences
 * @param frameBytes most bytes of one decoded frame
 * @param frames most frames in one object
 */
public record Limits(long elementBytes, long dataSetBytes, int elements, int depth, long frameBytes, int frames) {
    public static final Limits STANDARD = new Limits(16L << 20, 64L << 20, 2_000_000, 32, 512L << 20, 1_000_000);

    public Limits {
        if (elementBytes <= 0 || dataSetBytes <= 0 || elements <= 0 || depth <= 0 || frameBytes <= 0 || frames <= 0) {
            throw new IllegalArgumentException("every limit must be positive");
        }
    }

    /** The same with at most so many bytes a frame. */
    public Limits withFrameBytes(long most) {
        return new Limits(elementBytes, dataSetBytes, elements, depth, Math.min(frameBytes, most), frames);
    }
}
