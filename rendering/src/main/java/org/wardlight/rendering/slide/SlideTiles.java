// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.slide;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.SlidePart;
import org.wardlight.rendering.slide.SlideIndex.Placed;
import org.wardlight.rendering.slide.SlideLevel.Member;
import org.wardlight.rendering.tile.AreaAverage;
import org.wardlight.rendering.tile.TileAddress;

/**
 * Tiles of a slide's picture. A level that the files lack is made of four tiles of the next finer one, down to one that they have: a handful
 * of tiles are in memory at a time, however large the slide. One thread at a time; used once.
 */
public final class SlideTiles {
    /** Halvings to an eighth. */
    private static final int EIGHTH = 3;

    private final Slide slide;
    private final int channel;
    private final SlideSource source;
    private final Canvas.Paper paper;

    /** @param example any frame of the slide: what its tiles are like */
    public SlideTiles(Slide slide, int channel, SlideSource source, StoredFrame example) {
        this.slide = slide;
        this.channel = channel;
        this.source = source;
        this.paper = Canvas.Paper.of(example, slide.base().part().background());
    }

    /** The values of one tile, smaller at the right and lower edge. */
    public StoredFrame tile(TileAddress address) throws IOException {
        Area area = area(address.level(), address.row(), address.column());
        Optional<SlideLevel> level = slide.sourceOf(address.level(), channel);
        if (level.isPresent()) {
            return fromLevel(level.get(), area);
        }
        Optional<StoredFrame> kept = source.kept(channel, address);
        if (kept.isPresent()) {
            return kept.get();
        }
        Optional<StoredFrame> coarse = fromEighths(area);
        StoredFrame made = coarse.isPresent() ? coarse.get() : fromFiner(area);
        source.keep(channel, address, made);
        return made;
    }

    /** The JPEG of a tile as it stands in the file, where the grids of both coincide. */
    public static Optional<byte[]> passThrough(Slide slide, int channel, SlideSource source, TileAddress address)
            throws IOException {
        Optional<SlideLevel> found = slide.sourceOf(address.level(), channel);
        if (found.isEmpty() || !slide.coincides(found.get(), address.level())) {
            return Optional.empty();
        }
        SlideLevel level = found.get();
        SlidePart part = level.part();
        int edge = slide.tile();
        long left = (long) address.column() * edge;
        long top = (long) address.row() * edge;
        boolean whole = left + edge <= Math.min(level.columns(), Slide.halved(slide.columns(), address.level()))
                && top + edge <= Math.min(level.rows(), Slide.halved(slide.rows(), address.level()));
        if (part.tileRows() != edge || part.tileColumns() != edge || !whole) {
            return Optional.empty();
        }
        int own = slide.channelIn(level, channel);
        for (Member member : level.members()) {
            List<Placed> frames = source.index(member).covering(own, left, top, left + edge, top + edge);
            if (frames.size() == 1
                    && frames.get(0).left() == left
                    && frames.get(0).top() == top) {
                return source.codestream(member, frames.get(0).frame());
            }
        }
        return Optional.empty();
    }

    private StoredFrame fromLevel(SlideLevel level, Area area) throws IOException {
        if (slide.coincides(level, area.level)) {
            return collect(level, area.left, area.top, area.width, area.height).frame();
        }
        double across = (double) level.columns() / Slide.halved(slide.columns(), area.level);
        double down = (double) level.rows() / Slide.halved(slide.rows(), area.level);
        int left = (int) Math.floor(area.left * across);
        int top = (int) Math.floor(area.top * down);
        int right = (int) Math.min(level.columns(), Math.ceil((area.left + area.width) * across));
        int bottom = (int) Math.min(level.rows(), Math.ceil((area.top + area.height) * down));
        Canvas canvas = collect(level, left, top, Math.max(1, right - left), Math.max(1, bottom - top));
        return shrunk(canvas, area);
    }

    /** Frames of a level around a rectangle, absent ones as background. */
    private Canvas collect(SlideLevel level, int left, int top, int width, int height) throws IOException {
        Canvas canvas = paper.canvas(height, width);
        int own = slide.channelIn(level, channel);
        for (Member member : level.members()) {
            for (Placed each :
                    source.index(member).covering(own, left, top, (long) left + width, (long) top + height)) {
                BrokenTiles.draw(canvas, source, member, each, left, top);
            }
        }
        canvas.background(level.columns() - left, level.rows() - top);
        return canvas;
    }

    /** Three levels above one that the file has, frames need not be decoded to the last pixel. */
    private Optional<StoredFrame> fromEighths(Area area) throws IOException {
        if (area.level < EIGHTH) {
            return Optional.empty();
        }
        int finer = area.level - EIGHTH;
        Optional<SlideLevel> level = slide.sourceOf(finer, channel).filter(found -> slide.coincides(found, finer));
        return level.isEmpty()
                ? Optional.empty()
                : new Eighths(paper, source, level.get(), slide.channelIn(level.get(), channel))
                        .draw(area.left, area.top, area.width, area.height);
    }

    private StoredFrame fromFiner(Area area) throws IOException {
        int finer = area.level - 1;
        int width = Math.min(2 * area.width, Slide.halved(slide.columns(), finer) - 2 * area.left);
        int height = Math.min(2 * area.height, Slide.halved(slide.rows(), finer) - 2 * area.top);
        Canvas canvas = paper.canvas(height, width);
        for (int row = 0; row * slide.tile() < height; row++) {
            for (int column = 0; column * slide.tile() < width; column++) {
                StoredFrame tile = tile(new TileAddress(
                        finer, 2 * area.top / slide.tile() + row, 2 * area.left / slide.tile() + column));
                canvas.draw(tile, column * slide.tile(), row * slide.tile());
            }
        }
        return shrunk(canvas, area);
    }

    private StoredFrame shrunk(Canvas canvas, Area area) {
        int[] means = AreaAverage.of(canvas.frame(), null, area.height, area.width);
        return paper.frame(area.height, area.width, means);
    }

    private Area area(int level, int row, int column) {
        int left = column * slide.tile();
        int top = row * slide.tile();
        return new Area(
                level,
                left,
                top,
                Math.min(slide.tile(), Slide.halved(slide.columns(), level) - left),
                Math.min(slide.tile(), Slide.halved(slide.rows(), level) - top));
    }

    /** A rectangle of a level of the picture. */
    private record Area(int level, int left, int top, int width, int height) {
        private Area {
            if (width < 1 || height < 1) {
                throw new IllegalArgumentException("no such tile");
            }
        }
    }
}
