// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import java.io.IOException;
import java.util.Optional;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.slide.SlideIndex;
import org.wardlight.sync.blob.BlobHash;

/** Reads what renders need of a stored object. Thread-safe; neither keeps pixels. */
interface FrameReader {
    /**
     * Whom and what the object itself says that it is.
     *
     * @throws org.wardlight.rendering.RenderingException when the object cannot be read
     */
    Identity identity(BlobHash object) throws IOException;

    /**
     * Decodes one frame.
     *
     * @param frame from 1
     * @throws org.wardlight.rendering.RenderingException when the frame cannot be shown
     */
    StoredFrame decode(BlobHash object, int frame) throws IOException;

    /** The codestream of a frame when it can be sent as a preview as it is; empty when it must be rendered. */
    Optional<byte[]> passThrough(BlobHash object, int frame, FrameKind kind) throws IOException;

    /** Where the frames of a part of a slide lie. */
    SlideIndex slideIndex(BlobHash object) throws IOException;

    /** The UIDs and the Patient ID of an object; empty where it states none. */
    record Identity(String study, String series, String instance, String patientId) {}
}
