// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

/**
 * OpenJPEG by one of its carriers: decodes JPEG 2000 and High-Throughput JPEG 2000. Thread-safe. To add a carrier, implement this
 * and name it in {@code OpenJpegCarriers}; the whole corpus is run through each.
 */
interface OpenJpeg {
    /**
     * Decodes one codestream.
     *
     * @param codestream from SOC on
     * @param siz what it says of itself, already compared with the header
     * @return one plane a component, row by row, signed where {@code siz} is
     * @throws org.wardlight.rendering.RenderingException.MalformedDicom when it does not decode as a whole
     */
    int[][] decode(byte[] codestream, Siz siz);
}
