// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

/** Turns the bytes of one frame into its stored values. Stateless and thread-safe. */
public interface FrameCodec {
    /**
     * Decodes one frame.
     *
     * @param frame native bytes or the codestream of one frame; not changed, not kept
     * @param layout what the header says; already within the limits, so at most its size is allocated
     * @return the values, in the photometric interpretation that the codestream decodes to
     * @throws org.wardlight.rendering.RenderingException.MalformedDicom when the bytes are broken, too short, or of other
     *     dimensions than the layout; no other exception for any bytes whatsoever
     * @throws org.wardlight.rendering.RenderingException.Unsupported when the codestream is of a kind that is not decoded
     */
    StoredFrame decode(byte[] frame, FrameLayout layout);
}
