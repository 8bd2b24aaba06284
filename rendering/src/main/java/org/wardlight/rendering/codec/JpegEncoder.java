// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

/**
 * Writes baseline JPEG. Thread-safe. All implementations make the same bytes, so that a picture does not depend on the machine; to
 * add one, name it in {@link JpegEncoders} and extend its contract test.
 */
public interface JpegEncoder {
    /**
     * One picture as a file; colour has its chroma at half the size, as libjpeg does unasked.
     *
     * @param pixels rows from the top; {@code samples} is 1 for grey, 3 for RGB, interleaved
     * @param quality 1 to 100, as the IJG library counts it
     * @throws IllegalArgumentException when sizes contradict each other or are beyond what JPEG can say
     */
    byte[] encode(byte[] pixels, int rows, int columns, int samples, int quality);

    /** The longest edge that libjpeg writes. */
    int LONGEST_EDGE = 65_500;

    /** Refuses what no JPEG can hold. */
    static void check(byte[] pixels, int rows, int columns, int samples, int quality) {
        boolean known = samples == 1 || samples == 3;
        boolean fits = rows > 0 && columns > 0 && rows <= LONGEST_EDGE && columns <= LONGEST_EDGE;
        if (!known || !fits || pixels.length != (long) rows * columns * samples || quality < 1 || quality > 100) {
            throw new IllegalArgumentException(
                    pixels.length + " bytes for " + rows + " x " + columns + " x " + samples + ", quality " + quality);
        }
    }
}
