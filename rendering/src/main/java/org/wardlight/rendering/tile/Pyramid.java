// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.ColorConversion;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.GreyScale;
import org.wardlight.rendering.pixel.ModalityTable;
import org.wardlight.rendering.pixel.Reductions;
import org.wardlight.rendering.pixel.ValueRange;

/**
 * A frame at all its resolutions: level 0 is what exact tiles hold (stored values, or RGB), each next level half as wide and high.
 * Levels are made when first asked for and then kept. Thread-safe.
 */
public final class Pyramid {
    private final FrameKind kind;
    private final List<StoredFrame> levels = new ArrayList<>();
    private @Nullable ValueRange range;
    private @Nullable GreyScale grey;

    private Pyramid(StoredFrame base, FrameKind kind) {
        this.kind = kind;
        this.levels.add(base);
    }

    /**
     * A pyramid over a decoded frame.
     *
     * @throws MalformedDicom when the frame is not of the size that its kind states
     */
    public static Pyramid of(StoredFrame frame, FrameKind kind) {
        if (frame.rows() != kind.rows() || frame.columns() != kind.columns()) {
            throw new MalformedDicom("a frame of " + frame.rows() + " x " + frame.columns() + " pixels, expected "
                    + kind.rows() + " x " + kind.columns());
        }
        if (ColorConversion.isColour(frame)) {
            return new Pyramid(ColorConversion.toRgb(frame, kind), kind);
        }
        StoredFrame values = ModalityTable.apply(frame);
        FrameKind settled = Reductions.settle(kind, values);
        return new Pyramid(Reductions.apply(values, settled), settled);
    }

    public FrameKind kind() {
        return kind;
    }

    /** Bytes in memory once every level is made: what a cache should count. */
    public long bytes() {
        long base = levelZero().size();
        return kind.levels() > 1 ? base + base / 2 : base;
    }

    /** One level; 0 is full resolution. */
    public synchronized StoredFrame level(int level) {
        if (level < 0 || level >= kind.levels()) {
            throw new IllegalArgumentException("level " + level + " of " + kind.levels());
        }
        while (levels.size() <= level) {
            levels.add(Halving.of(levels.get(levels.size() - 1), kind.padding()));
        }
        return levels.get(level);
    }

    private synchronized StoredFrame levelZero() {
        return levels.get(0);
    }

    /** Minimum and maximum of the whole frame, without padding. */
    public synchronized ValueRange range() {
        if (range == null) {
            range = ValueRange.of(levels.get(0), kind.padding());
        }
        return range;
    }

    /** The way from the values of any level to eight bits of grey, as the frame is shown at first. */
    synchronized GreyScale grey() {
        if (grey == null) {
            grey = GreyScale.standard(levels.get(0), kind);
        }
        return grey;
    }

    /** The part of a level that a tile covers: at the right and lower edge it is smaller, never padded. */
    Area area(TileAddress address) {
        if (address.level() >= kind.levels()) {
            throw new IllegalArgumentException("no tile " + address);
        }
        StoredFrame level = level(address.level());
        long left = (long) address.column() * kind.tile();
        long top = (long) address.row() * kind.tile();
        if (left >= level.columns() || top >= level.rows()) {
            throw new IllegalArgumentException("no tile " + address);
        }
        int width = (int) Math.min(kind.tile(), level.columns() - left);
        int height = (int) Math.min(kind.tile(), level.rows() - top);
        return new Area(level, (int) left, (int) top, width, height);
    }

    /** A rectangle of a level. */
    record Area(StoredFrame level, int left, int top, int width, int height) {
        int samples() {
            return level.samples();
        }

        /** Copies one row of samples, counted from the top of the area. */
        void row(int y, int[] target) {
            level.copy(start(y), width * level.samples(), target);
        }

        /** The sample of the level that a row begins with. */
        int start(int y) {
            return ((top + y) * level.columns() + left) * level.samples();
        }
    }
}
