// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.util.Optional;
import org.wardlight.rendering.RenderingException;

/**
 * The size that a codestream says its picture has.
 *
 * @param rows at least 1
 * @param columns at least 1
 */
public record CodestreamSize(int rows, int columns) {
    /** Of JPEG, JPEG-LS and JPEG 2000; empty for codestreams without a size of their own, and for broken ones. */
    public static Optional<CodestreamSize> of(byte[] codestream) {
        try {
            if (codestream.length > 2 && codestream[0] == (byte) 0xFF && codestream[1] == (byte) 0xD8) {
                JpegInfo info = JpegInfo.of(codestream);
                return sized(info.rows(), info.columns());
            }
            Siz siz = Siz.of(codestream);
            return sized(siz.rows(), siz.columns());
        } catch (RenderingException noSuchCodestream) {
            return Optional.empty();
        }
    }

    private static Optional<CodestreamSize> sized(int rows, int columns) {
        return rows > 0 && columns > 0 ? Optional.of(new CodestreamSize(rows, columns)) : Optional.empty();
    }
}
