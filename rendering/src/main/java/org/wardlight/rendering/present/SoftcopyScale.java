// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.present;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.LookupTable;
import org.wardlight.rendering.codec.Lookups.NoValue;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.FrameKind.Padding;
import org.wardlight.rendering.pixel.ScreenImage;
import org.wardlight.rendering.pixel.Voi;
import org.wardlight.rendering.present.PresentationState.Modality;
import org.wardlight.rendering.present.PresentationState.VoiStep;

/**
 * From stored values to grey as a presentation state says: its Modality, VOI and Presentation LUT, in place of the image's own and of its
 * polarity (PS3.4 N.2). Immutable.
 */
public final class SoftcopyScale {
    private final PresentationState state;
    private final Voi voi;

    /** @param frame from 1; the layout is that of the stored values. */
    public SoftcopyScale(PresentationState state, String image, int frame, FrameLayout layout) {
        this(state, image, frame, lowest(layout), lowest(layout) + Math.scalb(1.0, layout.bitsStored()) - 1);
    }

    /**
     * For values of more than 16 bits.
     *
     * @param low least and greatest stored value that the frame has: all that is shown where there is no VOI step
     */
    public SoftcopyScale(PresentationState state, String image, int frame, double low, double high) {
        this.state = state;
        Optional<VoiStep> step = state.voi(image, frame);
        LookupTable table = step.map(VoiStep::table).orElse(null);
        if (table != null) {
            voi = Voi.of(table);
        } else {
            voi = step.map(VoiStep::window).map(Voi::of).orElseGet(() -> whole(low, high));
        }
    }

    /** The whole range that modality values may have is shown where there is no VOI step. */
    private Voi whole(double low, double high) {
        Modality modality = state.modality();
        double from = modality == null ? low : modality.table() != null ? 0 : modality(low);
        double to = modality == null
                ? high
                : modality.table() != null ? modality.table().maximum() : modality(high);
        double least = Math.min(from, to);
        double span = Math.max(1e-12, Math.abs(to - from));
        return value -> Math.max(0, Math.min(1, (value - least) / span)) * 255;
    }

    private static double lowest(FrameLayout layout) {
        return layout.signed() ? -Math.scalb(1.0, layout.bitsStored() - 1) : 0;
    }

    /** 0 (black) to 255 for a stored value. */
    public double grey(double stored) {
        return presented(voi.apply(modality(stored)));
    }

    /** The same for what a Modality LUT of the image gave already. */
    public double greyOfModality(double value) {
        return presented(voi.apply(value));
    }

    private double modality(double stored) {
        Modality modality = state.modality();
        if (modality == null) {
            return stored;
        }
        LookupTable table = modality.table();
        return table == null
                ? stored * modality.slope() + modality.intercept()
                : table.get((int) Math.floor(stored + 0.5));
    }

    private double presented(double grey) {
        LookupTable table = state.table();
        if (table == null) {
            return state.inverse() ? 255 - grey : grey;
        }
        int last = table.entries().length - 1;
        int input = table.first() + (int) Math.round(grey / 255 * last);
        return Math.min(255, table.get(input) * 255.0 / table.maximum());
    }

    /** A frame of grey, as the state shows it; padding is black. {@code padding} is of stored values, for frames of at most 16 bits. */
    public ScreenImage render(StoredFrame frame, @Nullable Padding padding) {
        int count = Math.toIntExact(frame.layout().values());
        if (frame.layout().deep()) {
            return deep(frame, count);
        }
        int bits = frame.layout().bitsStored();
        int first = frame.layout().signed() ? -(1 << bits - 1) : 0;
        byte[] table = new byte[1 << bits];
        for (int i = 0; i < table.length; i++) {
            int stored = first + i;
            boolean isPadding = padding != null && stored >= padding.from() && stored <= padding.to();
            table[i] = isPadding ? 0 : (byte) (int) Math.floor(grey(stored) + 0.5);
        }
        byte[] out = new byte[count];
        for (int i = 0; i < count; i++) {
            out[i] = table[frame.value(i) - first];
        }
        return new ScreenImage(frame.rows(), frame.columns(), 1, out);
    }

    private ScreenImage deep(StoredFrame frame, int count) {
        NoValue none = frame.lookups().noValue();
        byte[] out = new byte[count];
        for (int i = 0; i < count; i++) {
            double stored = frame.number(i);
            boolean isGap = !Double.isFinite(stored) || none != null && stored >= none.from() && stored <= none.to();
            out[i] = isGap ? 0 : (byte) (int) Math.floor(grey(stored) + 0.5);
        }
        return new ScreenImage(frame.rows(), frame.columns(), 1, out);
    }
}
