// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.slide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.pixel.SlidePart;
import org.wardlight.rendering.pixel.SlidePart.Flavor;

/** Reads what an object is of a slide. Pure. */
public final class SlideParts {
    /** Whole slide microscopy and confocal tiled pyramids (PS3.4 B.5). */
    private static final Set<String> CLASSES =
            Set.of("1.2.840.10008.5.1.4.1.1.77.1.6", "1.2.840.10008.5.1.4.1.1.77.1.9");

    private static final int LARGEST_EDGE = 1 << 22;
    private static final int MOST_PATHS = 64;
    private static final int MOST_PLANES = 1024;

    private SlideParts() {}

    /**
     * What an object is of a slide; empty for what is no slide or states no matrix.
     *
     * @throws LimitExceeded when the matrix is larger than any slide
     */
    public static Optional<SlidePart> of(DicomObject object) {
        DataSet data = object.data();
        int rows = data.integer(Tag.TOTAL_PIXEL_MATRIX_ROWS).orElse(0);
        int columns = data.integer(Tag.TOTAL_PIXEL_MATRIX_COLUMNS).orElse(0);
        int tileRows = data.integer(Tag.ROWS).orElse(0);
        int tileColumns = data.integer(Tag.COLUMNS).orElse(0);
        if (!isSlide(object) || Math.min(rows, columns) <= 0 || Math.min(tileRows, tileColumns) <= 0) {
            return Optional.empty();
        }
        if (Math.max(rows, columns) > LARGEST_EDGE) {
            throw new LimitExceeded("the Total Pixel Matrix (0048,0006) is " + columns + " x " + rows
                    + ", the limit is " + LARGEST_EDGE + " an edge");
        }
        List<String> paths = paths(data);
        return Optional.of(new SlidePart(
                flavor(data),
                rows,
                columns,
                tileRows,
                tileColumns,
                Math.max(1, data.integer(Tag.NUMBER_OF_FRAMES).orElse(1)),
                paths,
                names(data, paths),
                planes(data),
                sparse(data),
                data.string(Tag.FRAME_OF_REFERENCE_UID).orElse(""),
                data.string(Tag.CONCATENATION_UID).orElse(null),
                Math.max(0, data.integer(Tag.CONCATENATION_FRAME_OFFSET_NUMBER).orElse(0)),
                background(data)));
    }

    /** Whether the object is of a class of slides. */
    public static boolean isSlide(DicomObject object) {
        return CLASSES.contains(object.sopClassUid().orElse(""));
    }

    /** Value 3 of Image Type (C.8.12.4.1.1); what is not known is taken for the slide itself. */
    private static Flavor flavor(DataSet data) {
        List<String> type = data.strings(Tag.IMAGE_TYPE);
        String third = type.size() > 2 ? type.get(2).toUpperCase(Locale.ROOT) : "";
        return Arrays.stream(Flavor.values())
                .filter(each -> each.name().equals(third))
                .findFirst()
                .orElse(Flavor.VOLUME);
    }

    /** A frame that is placed one by one makes the object sparse, whatever it calls itself; without places it can only be full. */
    private static boolean sparse(DataSet data) {
        boolean full = data.string(Tag.DIMENSION_ORGANIZATION_TYPE)
                .filter("TILED_FULL"::equals)
                .isPresent();
        return !full
                && data.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).stream()
                        .anyMatch(frame ->
                                frame.item(Tag.PLANE_POSITION_SLIDE_SEQUENCE).isPresent());
    }

    private static List<String> paths(DataSet data) {
        Set<String> found = new LinkedHashSet<>();
        for (DataSet path : data.items(Tag.OPTICAL_PATH_SEQUENCE)) {
            found.add(path.string(Tag.OPTICAL_PATH_IDENTIFIER).orElse("" + (found.size() + 1)));
        }
        return found.isEmpty() || found.size() > MOST_PATHS ? List.of("1") : List.copyOf(found);
    }

    private static List<String> names(DataSet data, List<String> paths) {
        List<DataSet> items = data.items(Tag.OPTICAL_PATH_SEQUENCE);
        List<String> names = new ArrayList<>();
        for (String path : paths) {
            names.add(items.stream()
                    .filter(item -> item.string(Tag.OPTICAL_PATH_IDENTIFIER)
                            .filter(path::equals)
                            .isPresent())
                    .flatMap(item -> item.string(Tag.OPTICAL_PATH_DESCRIPTION).stream())
                    .findFirst()
                    .orElse(path));
        }
        return names;
    }

    private static int planes(DataSet data) {
        int stated = data.integer(Tag.TOTAL_PIXEL_MATRIX_FOCAL_PLANES).orElse(0);
        int planes = stated > 0 ? stated : SlideIndex.depths(data).size();
        return planes < 1 || planes > MOST_PLANES ? 1 : planes;
    }

    private static int background(DataSet data) {
        int[] lab = data.integers(Tag.RECOMMENDED_ABSENT_PIXEL_CIELAB_VALUE);
        return lab.length == 3 ? CieLab.toRgb(lab[0] & 0xFFFF, lab[1] & 0xFFFF, lab[2] & 0xFFFF) : 0xFFFFFF;
    }
}
