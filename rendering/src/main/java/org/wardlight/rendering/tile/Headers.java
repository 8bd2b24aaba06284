// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.FrameLayouts;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.rendering.pixel.ImageHeader.Place;
import org.wardlight.rendering.pixel.ImageHeaders;
import org.wardlight.rendering.pixel.ModalityTable;
import org.wardlight.rendering.pixel.Reductions;
import org.wardlight.rendering.video.VideoStream;

/** What the frames of an object are and what their tiles hold. */
public final class Headers {
    private Headers() {}

    /**
     * The frames of an object, from its header; only where values need more than 16 bits is every frame decoded once, since what its
     * tiles hold depends on them.
     *
     * @param source the bytes that the object was read from
     * @throws org.wardlight.rendering.RenderingException as {@link ImageHeaders#of}
     * @throws IOException when the source fails
     */
    public static ImageHeader of(DicomObject object, ByteSource source, Limits limits) throws IOException {
        ImageHeader header = ImageHeaders.of(object);
        Optional<VideoStream> video = VideoStream.of(object, source);
        if (video.isPresent()) {
            return header.with(video.get().facts());
        }
        if (!FrameLayouts.of(object).deep() || header.kinds().stream().allMatch(kind -> kind.bitsStored() <= 16)) {
            return header;
        }
        Map<FrameKind, Integer> kinds = new LinkedHashMap<>();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < header.frames().size(); i++) {
            Place place = header.frames().get(i);
            FrameKind kind = settled(header.kinds().get(place.kind()), object, source, i + 1, limits);
            places.add(place.of(kinds.computeIfAbsent(kind, added -> kinds.size())));
        }
        return header.with(List.copyOf(kinds.keySet()), List.copyOf(places));
    }

    private static FrameKind settled(FrameKind kind, DicomObject object, ByteSource source, int frame, Limits limits)
            throws IOException {
        try {
            return Reductions.settle(kind, ModalityTable.apply(Frames.decode(object, source, frame, limits)));
        } catch (MalformedDicom broken) {
            // Its own tile will say what is wrong; the other frames are sound.
            return Reductions.unread(kind);
        }
    }
}
