// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.measure.FrameTimes;
import org.wardlight.rendering.measure.ValueTable;

/**
 * All that is known of an object's frames without decoding one.
 *
 * @param kinds the distinct kinds of frame
 * @param frames one entry a frame, in the order of the object
 * @param tables the VOI LUTs of all frames, by the names that {@link FrameKind.VoiLut#table} uses
 * @param valueTables the Real World Value LUTs of all frames, by the names that their mappings use
 * @param frameTimeMs milliseconds from a frame to the next of a cine (PS3.3 C.7.6.5), null when not a cine or not stated
 * @param frameTimesMs milliseconds from the frame before to each frame, the first 0 (Frame Time Vector); empty when all are alike
 * @param slide what the object is of a whole-slide image; then {@code frames} is one entry that stands for all its tiles. Null for others
 * @param concatenation which part of a larger object it is (PS3.3 C.7.6.16.2.2.4), null when it stands alone
 * @param video the stream that the frames are in, null when they are not of a video
 */
public record ImageHeader(
        List<FrameKind> kinds,
        List<Place> frames,
        Map<String, VoiTable> tables,
        Map<String, ValueTable> valueTables,
        @Nullable Double frameTimeMs,
        List<Double> frameTimesMs,
        @Nullable SlidePart slide,
        @Nullable Concatenation concatenation,
        @Nullable VideoFacts video) {
    /** A catalog that was written before there were tables has none. */
    public ImageHeader {
        tables = tables == null ? Map.of() : tables;
        valueTables = valueTables == null ? Map.of() : valueTables;
        frameTimesMs = frameTimesMs == null ? List.of() : frameTimesMs;
    }

    /** The header of what is no slide and stands alone. */
    public ImageHeader(
            List<FrameKind> kinds, List<Place> frames, Map<String, VoiTable> tables, @Nullable Double frameTimeMs) {
        this(kinds, frames, tables, Map.of(), frameTimeMs, List.of(), null, null, null);
    }

    /** The same, known to be of a video. */
    public ImageHeader with(VideoFacts stream) {
        return new ImageHeader(
                kinds, frames, tables, valueTables, frameTimeMs, frameTimesMs, slide, concatenation, stream);
    }

    /** The same object with other frames in it. */
    public ImageHeader with(List<FrameKind> otherKinds, List<Place> places) {
        return new ImageHeader(
                otherKinds, places, tables, valueTables, frameTimeMs, frameTimesMs, slide, concatenation, video);
    }

    /**
     * A video as a whole.
     *
     * @param type media type of what a player is given
     * @param bytes of the stream in the object
     * @param playable whether there is a form of it that browsers may play
     */
    public record VideoFacts(String type, long bytes, boolean playable) {}

    /**
     * A part of an object that was cut into several.
     *
     * @param uid Concatenation UID, the same in all parts
     * @param number In-concatenation Number, from 1; 0 when not stated
     * @param total In-concatenation Total Number, 0 when not stated
     * @param firstFrame Concatenation Frame Offset Number: frames in the parts before
     */
    public record Concatenation(String uid, int number, int total, int firstFrame) {}

    /**
     * Where a frame lies in space, in time, and among others.
     *
     * @param kind index into {@link ImageHeader#kinds}
     * @param position Image Position (Patient) in millimetres (PS3.3 C.7.6.2.1.1), null when absent
     * @param times when it was taken, on as many clocks as it names
     * @param stack numbers of what it is scrolled apart from, the most significant first: energy window, detector, phase, rotation and R-R
     *     interval of nuclear medicine (C.8.4.8), Stack ID of enhanced objects; empty for others
     * @param order numbers that order it where position and time do not, the most significant first: Dimension Index Values (C.7.6.17) of the
     *     dimensions that are neither; empty for others
     */
    public record Place(
            int kind, @Nullable List<Double> position, FrameTimes times, List<Integer> stack, List<Integer> order) {
        /** A catalog that was written before there were times has none. */
        public Place {
            times = times == null ? FrameTimes.NONE : times;
            stack = stack == null ? List.of() : stack;
            order = order == null ? List.of() : order;
        }

        /** Of what has neither time nor order. */
        public Place(int kind, @Nullable List<Double> position) {
            this(kind, position, FrameTimes.NONE, List.of(), List.of());
        }

        /** The same place of another kind. */
        public Place of(int otherKind) {
            return new Place(otherKind, position, times, stack, order);
        }
    }
}
