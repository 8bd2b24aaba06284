// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.SeriesFacts;
import org.wardlight.sync.catalog.SeriesRecord;

/**
 * A series as it is shown: only what may be shown, in display order. What a strip's cells and a descriptor's frames
 * follow.
 *
 * @param instances the objects that are shown, by Instance Number
 * @param frames every frame in display order; {@link Slot#instance} counts in {@code instances}
 * @param version eight hexadecimal digits that change when any frame or their order does
 */
public record DisplaySeries(SeriesFacts facts, List<InstanceRecord> instances, List<Slot> frames, String version) {
    /** The series as shown; empty when nothing of it has a picture. */
    public static Optional<DisplaySeries> of(SeriesRecord series) {
        List<InstanceRecord> shown = series.instances().stream()
                .filter(instance -> instance.omitted().isEmpty())
                .toList();
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            addSlots(i, shown.get(i), slots);
        }
        if (slots.isEmpty()) {
            return Optional.empty();
        }
        List<Slot> frames = FrameOrder.of(slots);
        return Optional.of(new DisplaySeries(series.series(), shown, frames, version(shown, frames)));
    }

    /** The object that a frame is in. */
    public InstanceRecord instance(Slot slot) {
        return instances.get(slot.instance());
    }

    /** What a frame is. */
    public FrameKind kind(Slot slot) {
        ImageHeader header = header(instance(slot));
        return header.kinds().get(header.frames().get(slot.frame() - 1).kind());
    }

    /** The part of a tile's address that changes with the object. */
    public static String version(InstanceRecord instance) {
        return instance.blob().hex().substring(0, 8);
    }

    /** The header of an object that is shown. */
    static ImageHeader header(InstanceRecord shown) {
        @Nullable ImageHeader header = shown.header();
        if (header == null) {
            throw new IllegalStateException("an object that is shown has a header");
        }
        return header;
    }

    private static void addSlots(int index, InstanceRecord instance, List<Slot> slots) {
        ImageHeader header = header(instance);
        for (int frame = 1; frame <= header.frames().size(); frame++) {
            ImageHeader.Place place = header.frames().get(frame - 1);
            FrameKind kind = header.kinds().get(place.kind());
            slots.add(new Slot(
                    index, frame, instance.number(), place.position(), kind.orientation(), kind.frameOfReference()));
        }
    }

    private static String version(List<InstanceRecord> shown, List<Slot> frames) {
        Digest digest = new Digest();
        frames.forEach(
                slot -> digest.add(shown.get(slot.instance()).blob().hex()).add(Integer.toString(slot.frame())));
        return digest.shortHex();
    }
}
