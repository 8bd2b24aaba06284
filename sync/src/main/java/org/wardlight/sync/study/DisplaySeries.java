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
import org.wardlight.sync.catalog.StudyRecord;

/**
 * A series as it is shown: only what may be shown, in display order. What a strip's cells and a descriptor's frames
 * follow.
 *
 * @param instances the objects that are shown, by Instance Number
 * @param frames every frame in display order; {@link Slot#instance} counts in {@code instances}
 * @param grids the runs of frames that have several at each position
 * @param version eight hexadecimal digits that change when any frame or their order does
 * @param slides whole-slide images among the objects: each is shown as frames of its own, not as its tiles
 */
public record DisplaySeries(
        SeriesFacts facts,
        List<InstanceRecord> instances,
        List<Slot> frames,
        List<StudyDescriptor.Grid> grids,
        String version,
        List<ShownSlide> slides) {
    /** The series as shown; empty when nothing of it has a picture. */
    public static Optional<DisplaySeries> of(SeriesRecord series) {
        List<InstanceRecord> shown = Concatenations.inOrder(series.instances().stream()
                .filter(instance -> instance.omitted().isEmpty())
                .toList());
        List<ShownSlide> slides = ShownSlide.of(shown);
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            if (header(shown.get(i)).slide() == null) {
                addSlots(i, shown, slots);
            }
        }
        slides.forEach(slide -> addSlots(slide, slots));
        if (slots.isEmpty()) {
            return Optional.empty();
        }
        FrameOrder.Ordered order = FrameOrder.of(slots);
        String version = version(shown, order.slots(), slides);
        return Optional.of(new DisplaySeries(series.series(), shown, order.slots(), order.grids(), version, slides));
    }

    /** The slide that a frame shows; empty for a frame that is stored as it is shown. */
    public Optional<ShownSlide> slide(Slot slot) {
        return slides.stream()
                .filter(each -> each.slide().object() == slot.instance())
                .findFirst();
    }

    /** The series of a study that have pictures, in display order. */
    public static List<DisplaySeries> all(StudyRecord study) {
        return study.series().stream().flatMap(one -> of(one).stream()).toList();
    }

    /** The object that a frame is in. */
    public InstanceRecord instance(Slot slot) {
        return instances.get(slot.instance());
    }

    /** What a frame is. */
    public FrameKind kind(Slot slot) {
        Optional<ShownSlide> slide = slide(slot);
        if (slide.isPresent()) {
            return slide.get().kind(slot.frame());
        }
        ImageHeader header = header(instance(slot));
        FrameKind kind =
                header.kinds().get(header.frames().get(slot.frame() - 1).kind());
        return header.concatenation() == null
                ? kind
                : kind.noted(Concatenations.of(instances).notices(instance(slot)));
    }

    /** The part of the addresses of an object's tiles that changes with what they show. */
    public String tileVersion(int instance) {
        return slides.stream()
                .filter(each -> each.slide().object() == instance)
                .findFirst()
                .map(ShownSlide::version)
                .orElseGet(() -> version(instances.get(instance)));
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

    private static void addSlots(int index, List<InstanceRecord> shown, List<Slot> slots) {
        ImageHeader header = header(shown.get(index));
        for (int frame = 1; frame <= header.frames().size(); frame++) {
            ImageHeader.Place place = header.frames().get(frame - 1);
            FrameKind kind = header.kinds().get(place.kind());
            slots.add(Slot.of(index, frame, number(index, shown), place, kind));
        }
    }

    private static void addSlots(ShownSlide slide, List<Slot> slots) {
        InstanceRecord instance = slide.instance();
        for (int frame = 1; frame <= slide.slide().channels(); frame++) {
            slots.add(new Slot(slide.slide().object(), frame, instance.number(), null, null, null));
        }
    }

    /** Parts of one concatenation are sorted as the first of them. */
    private static @Nullable Integer number(int index, List<InstanceRecord> shown) {
        ImageHeader.@Nullable Concatenation own = header(shown.get(index)).concatenation();
        int first = index;
        while (own != null && first > 0) {
            ImageHeader.@Nullable Concatenation before =
                    header(shown.get(first - 1)).concatenation();
            if (before == null || !before.uid().equals(own.uid())) {
                break;
            }
            first--;
        }
        return shown.get(first).number();
    }

    private static String version(List<InstanceRecord> shown, List<Slot> frames, List<ShownSlide> slides) {
        Digest digest = new Digest();
        frames.forEach(
                slot -> digest.add(shown.get(slot.instance()).blob().hex()).add(Integer.toString(slot.frame())));
        slides.forEach(slide -> digest.add(slide.version()));
        return digest.shortHex();
    }
}
