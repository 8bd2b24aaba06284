// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.finish;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a drawn picture is to go out.
 *
 * @param quality of a JPEG, 1 to 100
 * @param part null for all of it
 * @param width of the rectangle that it fits, keeping its aspect; with {@code height} 0: as large as it is
 * @param height of that rectangle
 * @param patient lines for the upper left corner
 * @param technique lines for the lower left corner
 */
public record Finish(
        Type type,
        int quality,
        @Nullable Part part,
        int width,
        int height,
        List<String> patient,
        List<String> technique) {
    public Finish {
        patient = List.copyOf(patient);
        technique = List.copyOf(technique);
    }

    /** Types of files. */
    public enum Type {
        JPEG("image/jpeg"),
        PNG("image/png"),
        GIF("image/gif");

        private final String mediaType;

        Type(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /**
     * A rectangle in fractions of the picture; what lies outside of the picture is black.
     *
     * @param mirrored left and right change places
     * @param upended top and bottom change places
     */
    public record Part(double left, double top, double width, double height, boolean mirrored, boolean upended) {
        public Part {
            boolean sound = Double.isFinite(left) && Double.isFinite(top) && width > 0 && height > 0;
            if (!sound || left >= 1 || top >= 1 || left + width <= 0 || top + height <= 0) {
                throw new IllegalArgumentException("a part that lies outside of the picture");
            }
        }
    }
}
