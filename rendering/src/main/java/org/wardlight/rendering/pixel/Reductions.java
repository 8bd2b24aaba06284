// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.Lookups;
import org.wardlight.rendering.codec.Lookups.NoValue;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.FrameKind.Padding;
import org.wardlight.rendering.pixel.FrameKind.Reduction;

/**
 * Frames whose values need more than the 16 bits of a tile: 32-bit integers and floating point. Each is mapped by its own straight
 * line, which the kind states; without loss where there is such a line, else with as much of it as 16 bits hold, and then the kind says
 * so. Tile value 0 is kept for what is no number or padding, when there is any. Pure.
 */
public final class Reductions {
    private static final int MOST = 0xFFFF;

    private Reductions() {}

    /**
     * The kind as the frame's tiles have it; unchanged for frames that fit 16 bits, and when it was settled before.
     *
     * @throws MalformedDicom when rescaled values would be beyond what a number can be
     */
    public static FrameKind settle(FrameKind kind, StoredFrame frame) {
        if (!frame.layout().deep() || kind.reduction() != null) {
            return kind;
        }
        DeepRange range = DeepRange.of(frame);
        int lowest = range.gaps() ? 1 : 0;
        double exactStep = range.span() == 0 ? 1 : ExactStep.of(frame, range, MOST - lowest);
        double step = exactStep > 0 ? exactStep : range.maximum() / (MOST - lowest) - range.minimum() / (MOST - lowest);
        Reduction line = new Reduction(range.minimum() - lowest * step, step, exactStep > 0 && range.finite());
        boolean exact = line.exact() && comesBack(frame, line, lowest);
        return settled(kind, new Reduction(line.base(), step, exact), range.gaps());
    }

    /** The kind of a frame that cannot be read: whatever is shown in its place is not exact. */
    public static FrameKind unread(FrameKind kind) {
        return settled(kind, new Reduction(0, 1, false), false);
    }

    private static FrameKind settled(FrameKind kind, Reduction line, boolean gaps) {
        double slope = kind.slope() * line.step();
        double intercept = kind.slope() * line.base() + kind.intercept();
        if (!Double.isFinite(slope * MOST) || !Double.isFinite(intercept) || slope == 0) {
            throw new MalformedDicom("the values, or Rescale Slope (0028,1053), are beyond what can be shown");
        }
        return kind.reduced(line, slope, intercept, gaps ? new Padding(0, 0) : null);
    }

    private static boolean comesBack(StoredFrame frame, Reduction line, int lowest) {
        NoValue none = frame.lookups().noValue();
        int count = Math.toIntExact(frame.layout().values());
        for (int i = 0; i < count; i++) {
            double value = frame.number(i);
            if (!DeepRange.isGap(value, none) && line.base() + line.step() * tile(value, line, lowest) != value) {
                return false;
            }
        }
        return true;
    }

    /** What tiles hold of a frame: 16-bit integers. A frame of at most 16 bits keeps its values. */
    public static StoredFrame apply(StoredFrame frame, FrameKind kind) {
        FrameLayout layout = frame.layout();
        if (!layout.deep()) {
            boolean roomy = layout.photometric().grey() && layout.bitsAllocated() == 32;
            return roomy ? shorts(frame, layout.bitsStored(), layout.signed(), null, 0) : frame;
        }
        Reduction line = kind.reduction();
        if (line == null) {
            throw new IllegalArgumentException("the kind does not say how its frames become tiles");
        }
        return shorts(frame, 16, false, line, kind.padding() == null ? 0 : 1);
    }

    private static StoredFrame shorts(
            StoredFrame frame,
            int bits,
            boolean signed,
            @org.jspecify.annotations.Nullable Reduction line,
            int lowest) {
        NoValue none = frame.lookups().noValue();
        short[] out = new short[Math.toIntExact(frame.layout().values())];
        for (int i = 0; i < out.length; i++) {
            double value = frame.number(i);
            if (line == null) {
                out[i] = (short) value;
            } else {
                out[i] = (short) (DeepRange.isGap(value, none) ? 0 : tile(value, line, lowest));
            }
        }
        Lookups left = new Lookups(null, null, frame.lookups().voi());
        return StoredFrame.of(FrameLayout.grey(frame.rows(), frame.columns(), 16, bits, signed), out)
                .with(left);
    }

    private static int tile(double value, Reduction line, int lowest) {
        double place = Math.floor((value - line.base()) / line.step() + 0.5);
        return (int) Math.max(lowest, Math.min(MOST, place));
    }

    /** Where a value lies between tile values, for renders that need not round to them; gaps lie where tiles have them. */
    static double place(double value, FrameKind settled, StoredFrame frame) {
        Reduction line = settled.reduction();
        if (line == null) {
            throw new IllegalArgumentException("the kind does not say how its frames become tiles");
        }
        return DeepRange.isGap(value, frame.lookups().noValue()) ? 0 : (value - line.base()) / line.step();
    }
}
