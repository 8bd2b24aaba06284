// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.slide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.SlidePart;
import org.wardlight.rendering.slide.SlideIndex.Placed;
import org.wardlight.rendering.slide.SlideLevel.Member;
import org.wardlight.rendering.tile.AreaAverage;

/**
 * A rectangle of a picture that is eight times as coarse as a level that the file has. Each frame comes at an eighth of its size, which for
 * JPEG takes a fraction of decoding it; where it cannot, it is decoded and averaged. The first overview of a slide that has its full
 * resolution alone is made so: of every tile, none left out, in one canvas.
 */
final class Eighths {
    private static final int FACTOR = 8;

    private final Canvas.Paper paper;
    private final SlideSource source;
    private final SlideLevel level;
    private final int channel;

    Eighths(Canvas.Paper paper, SlideSource source, SlideLevel level, int channel) {
        this.paper = paper;
        this.source = source;
        this.level = level;
        this.channel = channel;
    }

    private record Found(Member member, Placed place) {}

    /** In pixels of the coarse picture; empty when frames do not lie where blocks of eight begin. */
    Optional<StoredFrame> draw(int left, int top, int width, int height) throws IOException {
        List<Found> frames = new ArrayList<>();
        for (Member member : level.members()) {
            long right = (long) FACTOR * (left + width);
            long bottom = (long) FACTOR * (top + height);
            for (Placed each :
                    source.index(member).covering(channel, (long) FACTOR * left, (long) FACTOR * top, right, bottom)) {
                frames.add(new Found(member, each));
            }
        }
        boolean aligned =
                frames.stream().allMatch(each -> each.place.left() % FACTOR == 0 && each.place.top() % FACTOR == 0);
        if (!aligned) {
            return Optional.empty();
        }
        Canvas canvas = paper.canvas(height, width);
        for (Found each : frames) {
            draw(canvas, each, each.place.left() / FACTOR - left, each.place.top() / FACTOR - top);
        }
        return Optional.of(canvas.frame());
    }

    private void draw(Canvas canvas, Found each, int left, int top) throws IOException {
        SlidePart part = each.member.part();
        int width = Math.min(part.tileColumns(), level.columns() - each.place.left());
        int height = Math.min(part.tileRows(), level.rows() - each.place.top());
        try {
            boolean inside = width == part.tileColumns() && height == part.tileRows();
            Optional<StoredFrame> small = inside ? source.eighth(each.member, each.place.frame()) : Optional.empty();
            canvas.draw(small.isPresent() ? small.get() : averaged(each, width, height), left, top);
        } catch (RenderingException broken) {
            canvas.cross(left, top, small(width), small(height));
        }
    }

    /** Of a frame at the edge only what lies in the matrix counts. */
    private StoredFrame averaged(Found each, int width, int height) throws IOException {
        Canvas whole = paper.canvas(height, width);
        whole.draw(source.tile(each.member, each.place.frame()), 0, 0);
        int[] means = AreaAverage.of(whole.frame(), null, small(height), small(width));
        return paper.frame(small(height), small(width), means);
    }

    private static int small(int pixels) {
        return (pixels + FACTOR - 1) / FACTOR;
    }
}
