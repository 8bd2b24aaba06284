// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.present;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.present.PresentationState.Annotation;
import org.wardlight.rendering.present.PresentationState.Graphic;
import org.wardlight.rendering.present.PresentationState.Text;

/** Reads the Graphic Annotation module (PS3.3 C.10.5). What is no shape, or has too few points for one, is left out. */
final class Annotations {
    private static final Set<String> TYPES = Set.of("POINT", "POLYLINE", "INTERPOLATED", "CIRCLE", "ELLIPSE");
    private static final int MOST_POINTS = 100_000;

    private Annotations() {}

    static List<Annotation> of(DataSet data) {
        List<Annotation> annotations = new ArrayList<>();
        for (DataSet item : data.items(Tag.GRAPHIC_ANNOTATION_SEQUENCE)) {
            annotations.add(new Annotation(
                    Reference.in(item, Tag.REFERENCED_IMAGE_SEQUENCE),
                    item.string(Tag.GRAPHIC_LAYER).orElse(""),
                    item.items(Tag.GRAPHIC_OBJECT_SEQUENCE).stream()
                            .flatMap(graphic -> graphic(graphic).stream())
                            .toList(),
                    item.items(Tag.TEXT_OBJECT_SEQUENCE).stream()
                            .flatMap(text -> text(text).stream())
                            .toList()));
        }
        return List.copyOf(annotations);
    }

    private static List<Graphic> graphic(DataSet item) {
        String type = item.string(Tag.GRAPHIC_TYPE).orElse("");
        double[] numbers = item.decimals(Tag.GRAPHIC_DATA);
        List<List<Double>> points = new ArrayList<>();
        for (int i = 0; i + 1 < Math.min(numbers.length, 2 * MOST_POINTS); i += 2) {
            points.add(List.of(numbers[i], numbers[i + 1]));
        }
        int needed = switch (type) {
            case "POINT" -> 1;
            case "ELLIPSE" -> 4;
            default -> 2;
        };
        if (!TYPES.contains(type) || points.size() < needed) {
            return List.of();
        }
        boolean filled = item.string(Tag.GRAPHIC_FILLED).filter("Y"::equals).isPresent();
        return List.of(new Graphic(type, units(item, Tag.GRAPHIC_ANNOTATION_UNITS), filled, List.copyOf(points)));
    }

    private static List<Text> text(DataSet item) {
        String text = item.string(Tag.UNFORMATTED_TEXT_VALUE)
                .orElse("")
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        List<Double> corner = point(item, Tag.BOUNDING_BOX_TOP_LEFT_HAND_CORNER);
        List<Double> opposite = point(item, Tag.BOUNDING_BOX_BOTTOM_RIGHT_HAND_CORNER);
        List<Double> anchor = point(item, Tag.ANCHOR_POINT);
        if (text.isEmpty() || corner == null && anchor == null) {
            return List.of();
        }
        return List.of(new Text(
                text,
                corner == null || opposite == null
                        ? null
                        : List.of(corner.get(0), corner.get(1), opposite.get(0), opposite.get(1)),
                units(item, Tag.BOUNDING_BOX_ANNOTATION_UNITS),
                item.string(Tag.BOUNDING_BOX_TEXT_HORIZONTAL_JUSTIFICATION).orElse("LEFT"),
                anchor,
                units(item, Tag.ANCHOR_POINT_ANNOTATION_UNITS),
                item.string(Tag.ANCHOR_POINT_VISIBILITY).filter("Y"::equals).isPresent()));
    }

    private static @Nullable List<Double> point(DataSet item, int tag) {
        double[] numbers = item.decimals(tag);
        return numbers.length == 2 ? List.of(numbers[0], numbers[1]) : null;
    }

    private static String units(DataSet item, int tag) {
        return item.string(tag).filter("DISPLAY"::equals).orElse("PIXEL");
    }
}
