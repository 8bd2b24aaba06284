// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.present;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.LookupTable;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.FrameKind.Function;
import org.wardlight.rendering.pixel.FrameKind.Reduction;
import org.wardlight.rendering.pixel.FrameKind.Window;
import org.wardlight.rendering.present.PresentationState.Modality;
import org.wardlight.rendering.present.PresentationState.VoiStep;

/**
 * The grey steps of a presentation state in the units of a frame's tiles, so that a viewer draws them as it draws the frame's own: one
 * window, or one table that holds all steps.
 *
 * @param window in the frame's rescaled units; null when there is a table
 * @param table from rescaled values to grey, all steps and the polarity in it; null when there is a window
 * @param negative whether the frame's own polarity is to be turned round
 */
public record PresentationLook(
        @Nullable Window window, @Nullable LookupTable table, boolean negative) {
    private static final int MOST = 65_536;

    /**
     * The look of a frame; empty for colour, and for values of more than 16 bits behind a table: those stay as they are.
     *
     * @param ownTable whether the image has a Modality LUT of its own, whose output its tiles hold
     */
    public static Optional<PresentationLook> of(
            PresentationState state, String image, int frame, FrameKind kind, boolean ownTable) {
        if (state.colour() || kind.format() == FrameKind.Format.RGB8) {
            return Optional.empty();
        }
        FrameLayout layout = FrameLayout.grey(
                kind.rows(), kind.columns(), kind.bitsStored() <= 8 ? 8 : 16, kind.bitsStored(), kind.signed());
        VoiStep step = state.voi(image, frame).orElse(null);
        Modality modality = state.modality();
        boolean tables = ownTable
                || state.table() != null
                || modality != null && modality.table() != null
                || step != null && step.table() != null;
        if (kind.reduction() != null && tables) {
            return Optional.empty();
        }
        return Optional.of(
                tables
                        ? table(new SoftcopyScale(state, image, frame, layout), kind, layout, ownTable)
                        : window(step == null ? null : step.window(), state, kind, layout));
    }

    private static PresentationLook window(
            @Nullable Window own, PresentationState state, FrameKind kind, FrameLayout layout) {
        Modality modality = state.modality() == null ? new Modality(1, 0, null) : state.modality();
        // Tiles of deeper values are a straight line away from the stored ones, which is in the kind's rescale.
        Reduction line = kind.reduction() == null ? new Reduction(0, 1, true) : kind.reduction();
        double slope = kind.slope() / line.step();
        double intercept = kind.intercept() - slope * line.base();
        double from = (line.base() + lowest(layout) * line.step()) * modality.slope() + modality.intercept();
        double to = (line.base() + highest(layout) * line.step()) * modality.slope() + modality.intercept();
        Window window = own == null
                ? new Window((from + to) / 2, Math.max(1, Math.abs(to - from)), Function.LINEAR_EXACT, null)
                : own;
        double scale = slope / modality.slope();
        boolean negative = state.inverse() != scale < 0 != kind.inverted();
        if (scale == 1 && modality.intercept() == intercept) {
            return new PresentationLook(window, null, negative);
        }
        boolean linear = window.function() == Function.LINEAR && window.width() > 1;
        // Half a value and one value, which LINEAR takes off, are of the state's units (PS3.3 C.11.2.1.2.1).
        double center = linear ? window.center() - 0.5 : window.center();
        double width = linear ? window.width() - 1 : window.width();
        Function function = window.function() == Function.SIGMOID ? Function.SIGMOID : Function.LINEAR_EXACT;
        return new PresentationLook(
                new Window(
                        (center - modality.intercept()) * scale + intercept, Math.abs(width * scale), function, null),
                null,
                negative);
    }

    private static PresentationLook table(SoftcopyScale grey, FrameKind kind, FrameLayout layout, boolean ownTable) {
        double a = lowest(layout) * kind.slope() + kind.intercept();
        double b = highest(layout) * kind.slope() + kind.intercept();
        int first = (int) Math.floor(Math.min(a, b));
        int count = (int) Math.max(1, Math.min(MOST, Math.ceil(Math.max(a, b)) - first + 1));
        char[] entries = new char[count];
        for (int i = 0; i < count; i++) {
            double value = first + (double) i;
            double shown = ownTable ? grey.greyOfModality(value) : grey.grey((value - kind.intercept()) / kind.slope());
            double level = kind.inverted() ? 255 - shown : shown;
            entries[i] = (char) Math.round(level / 255 * (MOST - 1));
        }
        return new PresentationLook(null, new LookupTable(first, 16, entries), false);
    }

    private static double lowest(FrameLayout layout) {
        return layout.signed() ? -Math.scalb(1.0, layout.bitsStored() - 1) : 0;
    }

    private static double highest(FrameLayout layout) {
        return lowest(layout) + Math.scalb(1.0, layout.bitsStored()) - 1;
    }
}
