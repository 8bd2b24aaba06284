// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.codec.Codecs;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.Lookups;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.SopClass;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.measure.MeasureReader;
import org.wardlight.rendering.overlay.Overlays;
import org.wardlight.rendering.pixel.ImageHeader.Concatenation;
import org.wardlight.rendering.pixel.ImageHeader.Place;

/** What the frames of an object are, read from its header alone. */
public final class ImageHeaders {
    private ImageHeaders() {}

    /**
     * The frames of an object. Kinds of frames of more than 16 bits say nothing of tiles yet: {@link Reductions} settles that.
     *
     * @throws Unsupported when it has no pixels or some that are not shown, with the reason in words
     * @throws org.wardlight.rendering.RenderingException.MalformedDicom when the header contradicts itself
     * @throws LimitExceeded when a frame or their number is above {@link Limits#STANDARD}
     */
    public static ImageHeader of(DicomObject object) {
        DataSet data = object.data();
        requirePixels(object);
        if (object.pixelData().isPresent() && !object.syntax().isVideo()) {
            Miscalled.refuse(object);
            Codecs.standard().forSyntax(object.syntax().uid());
        }
        FrameLayout layout = FrameLayouts.of(object).within(Limits.STANDARD);
        Lookups lookups = LookupTables.of(data, layout, 0);
        int frames = frames(data);
        VoiTables tables = new VoiTables(layout);
        MeasureReader measures = new MeasureReader(data, layout.signed());
        PlaceReader reader = new PlaceReader(data, frames);
        Map<FrameKind, Integer> kinds = new LinkedHashMap<>();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            FrameAttributes attributes = FrameAttributes.of(data, i);
            FrameKind kind = FrameKinds.of(
                    attributes,
                    layout,
                    lookups,
                    tables.of(attributes),
                    reader.orientation(attributes),
                    measures.of(
                            attributes.macro(Tag.PIXEL_MEASURES_SEQUENCE),
                            // Tiles behind a Modality LUT hold its output: nobody could map the stored values.
                            lookups.modality() == null
                                    ? attributes.items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE)
                                    : List.of()),
                    object.syntax().uid());
            kind = kind.noted(Miscalled.notices(object));
            int index = kinds.computeIfAbsent(kind, unused -> kinds.size());
            places.add(reader.place(attributes, index));
        }
        return new ImageHeader(
                List.copyOf(kinds.keySet()),
                List.copyOf(places),
                tables.tables(),
                measures.tables(),
                frameTime(data, frames),
                Cine.increments(data, frames),
                null,
                concatenation(data),
                null);
    }

    private static @Nullable Concatenation concatenation(DataSet data) {
        return data.string(Tag.CONCATENATION_UID)
                .map(uid -> new Concatenation(
                        uid,
                        Math.max(0, data.integer(Tag.IN_CONCATENATION_NUMBER).orElse(0)),
                        Math.max(
                                0,
                                data.integer(Tag.IN_CONCATENATION_TOTAL_NUMBER).orElse(0)),
                        Math.max(
                                0,
                                data.integer(Tag.CONCATENATION_FRAME_OFFSET_NUMBER)
                                        .orElse(0))))
                .orElse(null);
    }

    private static void requirePixels(DicomObject object) {
        if (object.pixelData().isEmpty() && Overlays.blank(object).isEmpty()) {
            throw new Unsupported(
                    SopClass.name(object.sopClassUid().orElse("")) + ": has no pixel data, so no picture");
        }
    }

    private static int frames(DataSet data) {
        int frames = Math.max(1, data.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
        if (frames > Limits.STANDARD.frames()) {
            throw new LimitExceeded(
                    "Number of Frames (0028,0008) is " + frames + ", the limit is " + Limits.STANDARD.frames());
        }
        return frames;
    }

    private static @Nullable Double frameTime(DataSet data, int frames) {
        var time = frames > 1 ? Cine.frameTimeMs(data) : java.util.OptionalDouble.empty();
        return time.isPresent() ? time.getAsDouble() : null;
    }
}
