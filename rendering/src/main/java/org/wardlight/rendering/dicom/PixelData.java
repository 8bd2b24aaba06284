// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.IOException;

/** Where pixel data lies in its source, and how one frame's bytes are had from it. Immutable, thread-safe; holds no pixels. */
public sealed interface PixelData permits NativePixelData, EncapsulatedPixelData {
    /** Frames whose bytes are wholly there: fewer than the header states when the file was cut off. */
    int frames(FrameShape shape);

    /**
     * The bytes of one frame. Native: the frame's pixels in little endian, and a frame of 1-bit pixels starts at bit 0 of the first
     * byte (PS3.5 8.1.1: frames follow each other without padding). Encapsulated: its codestream, fragments joined.
     *
     * @param source the source the object was read from ({@link DicomObject#source}, or the same file opened again)
     * @param index of the frame, from 0
     * @throws org.wardlight.rendering.RenderingException.MalformedDicom when the frame is not wholly in the source
     * @throws org.wardlight.rendering.RenderingException.LimitExceeded when the frame is larger than {@link Limits#frameBytes}
     * @throws IndexOutOfBoundsException when the object has no such frame
     */
    byte[] frame(ByteSource source, int index, FrameShape shape, Limits limits) throws IOException;
}
