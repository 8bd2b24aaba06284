// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.mark;

import java.util.List;
import java.util.Map;

/**
 * What a mark looks like.
 *
 * @param instance SOP Instance UID of the image
 * @param frame from 1
 * @param kind length, angle, cobb, ellipse, rectangle, probe or arrow
 * @param points continuous image coordinates, column and row, as SCOORD has them (PS3.3 C.18.6)
 * @param text may be empty; is patient data
 */
public record MarkShape(String instance, int frame, String kind, List<List<Double>> points, String text) {
    private static final Map<String, Integer> POINTS =
            Map.of("length", 2, "angle", 3, "cobb", 4, "ellipse", 2, "rectangle", 2, "probe", 1, "arrow", 2);

    private static final int LONGEST_TEXT = 200;
    /** Beyond any image. */
    private static final double FARTHEST = 1e7;

    public MarkShape {
        if (!instance.matches("[0-9.]{1,64}") || frame < 1) {
            throw new IllegalArgumentException("not a place of an image");
        }
        if (!Integer.valueOf(points.size()).equals(POINTS.get(kind))) {
            throw new IllegalArgumentException("not a kind of mark with so many points: " + points.size());
        }
        if (text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the text is too long, or holds control characters");
        }
        points = points.stream().map(MarkShape::point).toList();
    }

    private static List<Double> point(List<Double> point) {
        boolean isPlace =
                point.size() == 2 && point.stream().allMatch(value -> value != null && Math.abs(value) <= FARTHEST);
        if (!isPlace) {
            throw new IllegalArgumentException("a point is a column and a row");
        }
        return List.copyOf(point);
    }
}
