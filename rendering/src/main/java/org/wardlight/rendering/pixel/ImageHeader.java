// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of an object's frames without decoding one.
 *
 * @param kinds the distinct kinds of frame
 * @param frames one entry a frame, in the order of the object
 * @param tables the VOI LUTs of all frames, by the names that {@link FrameKind.VoiLut#table} uses
 * @param frameTimeMs milliseconds from a frame to the next of a cine (PS3.3 C.7.6.5), null when not a cine or not stated
 */
public record ImageHeader(
        List<FrameKind> kinds,
        List<Place> frames,
        Map<String, VoiTable> tables,
        @Nullable Double frameTimeMs) {
    /** A catalog that was written before there were tables has none. */
    public ImageHeader {
        tables = tables == null ? Map.of() : tables;
    }

    /**
     * Where a frame lies.
     *
     * @param kind index into {@link ImageHeader#kinds}
     * @param position Image Position (Patient) in millimetres (PS3.3 C.7.6.2.1.1), null when absent
     */
    public record Place(int kind, @Nullable List<Double> position) {}
}
