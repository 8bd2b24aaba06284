// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.layer.MaskPicture;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.rendering.pixel.VoiTable;
import org.wardlight.rendering.present.PresentationLook;
import org.wardlight.rendering.present.PresentationState;
import org.wardlight.rendering.present.PresentationState.Area;
import org.wardlight.rendering.present.PresentationState.VoiStep;
import org.wardlight.rendering.present.StateBitmaps;
import org.wardlight.sync.catalog.InstanceRecord;

/** Resolves a presentation state for the images of its study. One thread; used once. */
final class PresentationResolver {
    private final PresentationState state;
    private final Predicate<InstanceRecord> hasOwnTable;
    private final Map<String, VoiTable> tables = new TreeMap<>();
    private final Map<String, String> bitmaps = new TreeMap<>();
    private final DataSet data;

    PresentationResolver(PresentationState state, DataSet data, Predicate<InstanceRecord> hasOwnTable) {
        this.state = state;
        this.data = data;
        this.hasOwnTable = hasOwnTable;
    }

    PresentationDocument of(List<InstanceRecord> study) {
        List<PresentationDocument.Image> images = study.stream()
                .filter(one -> one.header() != null && one.omitted().isEmpty())
                .flatMap(one -> images(one).stream())
                .toList();
        return new PresentationDocument(
                state.instance(),
                state.label(),
                state.description(),
                state.creator(),
                state.created(),
                state.rotation(),
                state.flip(),
                state.shutters(),
                tables,
                bitmaps,
                state.levels() == null ? null : Base64.getEncoder().encodeToString(state.levels()),
                images,
                state.notices());
    }

    /** Frames that are shown in one way share one entry. */
    private List<PresentationDocument.Image> images(InstanceRecord image) {
        ImageHeader header = image.header();
        if (header == null) {
            return List.of();
        }
        Map<Shared, List<Integer>> groups = new LinkedHashMap<>();
        for (int frame = 1; frame <= header.frames().size(); frame++) {
            if (state.isFor(image.instance(), frame)) {
                Shared shared = new Shared(
                        header.frames().get(frame - 1).kind(),
                        state.voi(image.instance(), frame),
                        state.area(image.instance(), frame),
                        state.annotations(image.instance(), frame));
                groups.computeIfAbsent(shared, added -> new ArrayList<>()).add(frame);
            }
        }
        List<PresentationDocument.Image> images = new ArrayList<>();
        groups.forEach((shared, frames) ->
                images.add(image(image, header.kinds().get(shared.kind), shared, List.copyOf(frames))));
        return images;
    }

    private PresentationDocument.Image image(
            InstanceRecord image, FrameKind kind, Shared shared, List<Integer> frames) {
        Optional<PresentationLook> look =
                PresentationLook.of(state, image.instance(), frames.get(0), kind, hasOwnTable.test(image));
        return new PresentationDocument.Image(
                image.instance(),
                frames,
                look.map(this::look).orElse(null),
                shared.area.map(PresentationResolver::area).orElse(null),
                shared.annotations.stream()
                        .map(one -> new PresentationDocument.Mark(
                                one.layer(), state.layer(one.layer()).color(), one.graphics(), one.texts()))
                        .toList(),
                StateBitmaps.any(data) ? bitmap(kind.rows(), kind.columns()) : null);
    }

    /** Planes that the image itself holds are not in it: those are the layer named {@code overlay}. */
    private String bitmap(int rows, int columns) {
        String name = columns + "x" + rows;
        bitmaps.computeIfAbsent(name, size -> {
            List<StateBitmaps.Bitmap> all = StateBitmaps.of(data, state, data, false, rows, columns, 1);
            MaskPicture picture = MaskPicture.from(all.get(0).mask());
            all.forEach(one -> picture.add(one.mask(), one.argb()));
            return "data:image/png;base64,"
                    + Base64.getEncoder().encodeToString(picture.image().png());
        });
        return name;
    }

    private PresentationDocument.Look look(PresentationLook look) {
        @Nullable String name = null;
        if (look.table() != null) {
            VoiTable table = VoiTable.of(look.table());
            name = table.id();
            tables.put(name, table);
        }
        return new PresentationDocument.Look(look.window(), name, look.negative());
    }

    private static PresentationDocument.Area area(Area area) {
        return new PresentationDocument.Area(
                area.left(),
                area.top(),
                area.right(),
                area.bottom(),
                area.mode(),
                area.spacing(),
                area.magnification());
    }

    private record Shared(
            int kind, Optional<VoiStep> voi, Optional<Area> area, List<PresentationState.Annotation> annotations) {}
}
