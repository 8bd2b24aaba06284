// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.slide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.SlidePart;
import org.wardlight.rendering.pixel.SlidePart.Flavor;
import org.wardlight.rendering.slide.SlideLevel.Member;

/**
 * One logical picture: the levels of one slide, the finest first, shown as one frame for each optical path and focal plane. Immutable.
 */
public record Slide(List<SlideLevel> levels) {
    private static final int LEAST_TILE = 128;
    private static final int MOST_TILE = 1024;
    private static final int TILE = 512;
    /** Widths over heights of levels of one slide differ by rounding only. */
    private static final double SAME_SHAPE = 0.05;
    /** Levels that differ by so many pixels from the picture halved were cut, not scaled. */
    private static final int CUT = 2;

    public Slide {
        levels = List.copyOf(levels);
    }

    /** The slides that these objects make, each object in exactly one of them. */
    public static List<Slide> of(List<Member> members) {
        Map<String, List<Member>> byLevel = new LinkedHashMap<>();
        for (Member each : members) {
            byLevel.computeIfAbsent(key(each), any -> new ArrayList<>()).add(each);
        }
        List<SlideLevel> levels =
                byLevel.values().stream().map(Slide::level).sorted(FINEST_FIRST).toList();
        List<List<SlideLevel>> slides = new ArrayList<>();
        for (SlideLevel level : levels) {
            slides.stream()
                    .filter(slide -> takes(slide, level))
                    .findFirst()
                    .ifPresentOrElse(slide -> slide.add(level), () -> slides.add(new ArrayList<>(List.of(level))));
        }
        return slides.stream().map(Slide::new).toList();
    }

    private static final Comparator<SlideLevel> FINEST_FIRST = Comparator.comparingLong(
                    (SlideLevel level) -> -(long) level.rows() * level.columns())
            .thenComparingInt(level -> level.members().get(0).object());

    private static String key(Member member) {
        String concatenation = member.part().concatenation();
        return concatenation == null ? "object " + member.object() : concatenation;
    }

    private static SlideLevel level(List<Member> members) {
        List<Member> ordered = members.stream()
                .sorted(Comparator.comparingInt((Member each) -> each.part().firstFrame())
                        .thenComparingInt(Member::object))
                .toList();
        SlidePart part = ordered.get(0).part();
        return new SlideLevel(part.rows(), part.columns(), ordered);
    }

    private static boolean takes(List<SlideLevel> slide, SlideLevel level) {
        SlidePart base = slide.get(0).part();
        SlidePart part = level.part();
        double shape = (double) base.columns() * part.rows() / ((double) base.rows() * part.columns());
        return base.levelOfSlide()
                && part.levelOfSlide()
                && base.frameOfReference().equals(part.frameOfReference())
                && Math.abs(shape - 1) <= SAME_SHAPE + 1.0 / part.rows() + 1.0 / part.columns()
                && base.paths().containsAll(part.paths())
                && slide.stream().noneMatch(other -> other.rows() == part.rows() && other.columns() == part.columns());
    }

    public SlideLevel base() {
        return levels.get(0);
    }

    public int rows() {
        return base().rows();
    }

    public int columns() {
        return base().columns();
    }

    /** The object by which the slide is asked for. */
    public int object() {
        return base().members().get(0).object();
    }

    /** Frames of the picture: optical paths times focal planes. */
    public int channels() {
        return base().part().paths().size() * base().part().planes();
    }

    /** Edge of a tile: the slide's own when it is square and of a useful size. */
    public int tile() {
        SlidePart part = base().part();
        boolean own =
                part.tileRows() == part.tileColumns() && part.tileRows() >= LEAST_TILE && part.tileRows() <= MOST_TILE;
        return own ? part.tileRows() : TILE;
    }

    /** The kind of a frame of the picture. */
    public FrameKind kind(FrameKind ofTile, int channel) {
        int levelCount = 1;
        for (int edge = Math.max(rows(), columns()); edge > tile(); edge = (edge + 1) / 2) {
            levelCount++;
        }
        String name = SlideWords.name(base().part(), channel);
        return ofTile.sized(
                rows(),
                columns(),
                tile(),
                levelCount,
                name.isEmpty() ? ofTile.view() : name,
                SlideWords.notices(this, ofTile.notices()));
    }

    /** Pixels of an edge at a level of the picture: halved each time, rounded up. */
    static int halved(int pixels, int level) {
        int left = pixels;
        for (int i = 0; i < level; i++) {
            left = (left + 1) / 2;
        }
        return left;
    }

    /**
     * The level of the file that a level of the picture is made from: the coarsest one that is at least as fine and less than twice
     * as fine; empty when there is none, then it is made from the next finer level of the picture.
     */
    public Optional<SlideLevel> sourceOf(int level, int channel) {
        int width = halved(columns(), level);
        int height = halved(rows(), level);
        Optional<SlideLevel> best = Optional.empty();
        for (SlideLevel each : levels) {
            boolean fine = each.columns() >= width - CUT && each.rows() >= height - CUT;
            boolean coarse = each.columns() < 2L * width - CUT || level == 0;
            if (fine && coarse && channelIn(each, channel) >= 0) {
                best = Optional.of(each);
            }
        }
        return best;
    }

    /** Which channel of a level shows a channel of the picture; -1 when none does. */
    int channelIn(SlideLevel level, int channel) {
        SlidePart own = base().part();
        SlidePart part = level.part();
        int path = part.paths().indexOf(own.paths().get(channel / own.planes()));
        int plane = channel % own.planes();
        return path < 0 || plane >= part.planes() ? -1 : path * part.planes() + plane;
    }

    /** Whether pixels of that level are those of the picture's level one by one. */
    boolean coincides(SlideLevel source, int level) {
        return Math.abs(source.columns() - halved(columns(), level)) <= CUT
                && Math.abs(source.rows() - halved(rows(), level)) <= CUT;
    }

    /** Whether it is the slide itself, not its label or an overview. */
    public boolean isMain() {
        return base().part().flavor() == Flavor.VOLUME;
    }
}
