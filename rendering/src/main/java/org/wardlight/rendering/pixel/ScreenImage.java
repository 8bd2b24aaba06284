// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

/**
 * A picture of eight bits a sample, as a screen shows it.
 *
 * @param samples 1 for grey, 3 for RGB
 * @param pixels rows from the top, samples interleaved
 */
@SuppressWarnings(
        "ArrayRecordComponent") // a picture is as large as a frame: copies at every access would double its price
public record ScreenImage(int rows, int columns, int samples, byte[] pixels) {
    public ScreenImage {
        if (samples != 1 && samples != 3 || pixels.length != (long) rows * columns * samples) {
            throw new IllegalArgumentException(
                    pixels.length + " bytes for " + rows + " x " + columns + " x " + samples);
        }
    }

    public boolean colour() {
        return samples == 3;
    }
}
