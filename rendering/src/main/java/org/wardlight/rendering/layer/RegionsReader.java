// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/** Reads the regions of a structure set (PS3.3 C.8.8.5, C.8.8.6). A contour whose points are no triples is left out. Pure. */
final class RegionsReader {
    private RegionsReader() {}

    static List<Region> of(DataSet data) {
        Map<Integer, DataSet> contours = new HashMap<>();
        data.items(LayerTag.ROI_CONTOUR_SEQUENCE)
                .forEach(item ->
                        item.integer(LayerTag.REFERENCED_ROI_NUMBER).ifPresent(number -> contours.put(number, item)));
        List<Region> regions = new ArrayList<>();
        for (DataSet roi : data.items(Tag.STRUCTURE_SET_ROI_SEQUENCE)) {
            int number = roi.integer(LayerTag.ROI_NUMBER).orElse(regions.size() + 1);
            DataSet drawn = contours.getOrDefault(number, DataSet.EMPTY);
            String name = roi.string(LayerTag.ROI_NAME).orElse("Structure " + number);
            LayerFacts.Part part = new LayerFacts.Part(number, name, colour(drawn, regions.size()));
            String reference =
                    roi.string(LayerTag.REFERENCED_FRAME_OF_REFERENCE_UID).orElse(null);
            List<Contour> own = drawn.items(LayerTag.CONTOUR_SEQUENCE).stream()
                    .flatMap(item -> contour(item).stream())
                    .toList();
            regions.add(new Region(part, reference, own));
        }
        return regions;
    }

    private static String colour(DataSet drawn, int index) {
        int[] rgb = drawn.integers(LayerTag.ROI_DISPLAY_COLOR);
        return Colours.hex(
                rgb.length == 3
                        ? (rgb[0] & 0xFF) << 16 | (rgb[1] & 0xFF) << 8 | (rgb[2] & 0xFF)
                        : Colours.distinct(index));
    }

    private static Optional<Contour> contour(DataSet item) {
        double[] points = item.decimals(LayerTag.CONTOUR_DATA);
        if (points.length < 3 || points.length % 3 != 0) {
            return Optional.empty();
        }
        Contour.Shape shape =
                switch (item.string(LayerTag.CONTOUR_GEOMETRIC_TYPE).orElse("CLOSED_PLANAR")) {
                    case "POINT" -> Contour.Shape.POINT;
                    case "OPEN_PLANAR", "OPEN_NONPLANAR" -> Contour.Shape.OPEN;
                    default -> Contour.Shape.CLOSED;
                };
        return Optional.of(new Contour(shape, points, ImageRef.of(item.items(LayerTag.CONTOUR_IMAGE_SEQUENCE))));
    }
}
