// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;

/** The SOP classes that are layers. To add one, add a row. */
public final class LayerObjects {
    private static final Map<String, Opener> BY_CLASS = Map.of(
            "1.2.840.10008.5.1.4.1.1.66.4", SegmentationLayer::open,
            "1.2.840.10008.5.1.4.1.1.66.7", SegmentationLayer::open,
            "1.2.840.10008.5.1.4.1.1.481.2", DoseLayer::open,
            "1.2.840.10008.5.1.4.1.1.481.3", StructuresLayer::open,
            "1.2.840.10008.5.1.4.1.1.30", MapLayer::open);

    private LayerObjects() {}

    /** Whether objects of that class are layers. */
    public static boolean isLayer(String sopClass) {
        return BY_CLASS.containsKey(sopClass);
    }

    /**
     * The layer that an object is; empty when it is none.
     *
     * @param source the bytes that its frames are read from
     * @throws org.wardlight.rendering.RenderingException when it is broken or too large
     * @throws IOException when the source fails
     */
    public static Optional<LayerObject> of(DicomObject object, ByteSource source, Limits limits) throws IOException {
        Opener opener = BY_CLASS.get(object.sopClassUid().orElse(""));
        return opener == null ? Optional.empty() : Optional.of(opener.open(object, source, limits));
    }

    @FunctionalInterface
    private interface Opener {
        LayerObject open(DicomObject object, ByteSource source, Limits limits) throws IOException;
    }
}
