// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.Lookups.NoValue;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.FileByteSource;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.overlay.OverlayMask;
import org.wardlight.rendering.overlay.Overlays;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.FrameKind.Padding;
import org.wardlight.rendering.pixel.FrameKind.Reduction;
import org.wardlight.rendering.pixel.FrameLayouts;
import org.wardlight.rendering.pixel.Reductions;
import org.wardlight.rendering.pixel.ScreenImage;
import org.wardlight.rendering.pixel.Shutters;
import org.wardlight.rendering.present.GraphicPainter;
import org.wardlight.rendering.present.PresentationState;
import org.wardlight.rendering.present.PresentationStates;
import org.wardlight.rendering.present.SoftcopyScale;
import org.wardlight.rendering.present.StateBitmaps;
import org.wardlight.server.wiring.ConfigException;
import picocli.CommandLine.Option;

/** What {@code render} draws over a frame when it is asked to. */
final class RenderMarks {
    @Option(names = "--overlay", description = "Draw the overlay planes of the file, in white.")
    private boolean overlay;

    @Option(names = "--shutter", description = "Cover what the file's display shutters cover.")
    private boolean shutter;

    @Option(
            names = "--presentation",
            paramLabel = "STATE",
            description =
                    "Show the frame as this presentation state says: its window, shutters, graphics, turn and flip.")
    private @Nullable Path presentation;

    /** The presentation state that was asked for; null when none was. */
    @Nullable
    Chosen state(DicomObject object, int frame) throws IOException {
        if (presentation == null) {
            return null;
        }
        try (FileByteSource source = FileByteSource.open(presentation)) {
            DicomObject own = DicomReader.read(source, Limits.STANDARD);
            PresentationState state = PresentationStates.of(own);
            if (!state.isFor(object.sopInstanceUid().orElse(""), frame)) {
                throw new ConfigException("--presentation is " + presentation
                        + "; it is for other images or frames than this one, and says nothing of it");
            }
            return new Chosen(state, own.data());
        }
    }

    /** The frame's grey as the state says; what is colour stays as {@code plain} has it. */
    static ScreenImage grey(
            PresentationState state,
            DicomObject object,
            StoredFrame stored,
            FrameKind kind,
            int frame,
            ScreenImage plain) {
        if (state.colour() || plain.colour()) {
            return plain;
        }
        String image = object.sopInstanceUid().orElse("");
        if (stored.layout().deep()) {
            Reduction line = Reductions.settle(kind, stored).reduction();
            double low = line == null ? 0 : line.base();
            double high = line == null ? 1 : low + 0xFFFF * line.step();
            return new SoftcopyScale(state, image, frame, low, high).render(stored, null);
        }
        NoValue none = stored.lookups().noValue();
        Padding padding = none == null ? kind.padding() : new Padding((int) none.from(), (int) none.to());
        return new SoftcopyScale(state, image, frame, stored.layout()).render(stored, padding);
    }

    /** Overlay planes, then shutters, graphics, turn and flip. */
    BufferedImage over(ScreenImage plain, @Nullable Chosen chosen, DicomObject object, FrameKind kind, int frame)
            throws IOException {
        ScreenImage screen = overlay ? overlaid(plain, object, frame) : plain;
        if (chosen == null) {
            return shutter ? shut(screen, object, kind, frame) : Picture.of(screen);
        }
        PresentationState state = chosen.state;
        BufferedImage picture = Picture.of(Shutters.apply(screen, state.shutters(), kind.pixelAspect()));
        StateBitmaps.of(chosen.data, state, object.data(), true, screen.rows(), screen.columns(), frame)
                .forEach(one -> fill(picture, one.mask(), one.argb()));
        return GraphicPainter.paint(picture, state, object.sopInstanceUid().orElse(""), frame);
    }

    private static BufferedImage shut(ScreenImage screen, DicomObject object, FrameKind kind, int frame) {
        BufferedImage picture = Picture.of(Shutters.apply(screen, kind.shutters(), kind.pixelAspect()));
        Overlays.shutterGroup(object.data()).ifPresent(group -> {
            OverlayMask mask = Overlays.group(object.data(), group, screen.rows(), screen.columns(), frame);
            fill(picture, mask, 0xFF000000 | 0x010101 * Shutters.grey(object.data()));
        });
        return picture;
    }

    private static void fill(BufferedImage picture, OverlayMask mask, int argb) {
        for (int row = 0; row < mask.rows(); row++) {
            for (int column = 0; column < mask.columns(); column++) {
                if (mask.at(row, column)) {
                    picture.setRGB(column, row, argb);
                }
            }
        }
    }

    /** A presentation state, and the data set that holds its bitmaps. */
    record Chosen(PresentationState state, DataSet data) {}

    private static ScreenImage overlaid(ScreenImage image, DicomObject object, int frame) throws IOException {
        OverlayMask mask = Overlays.draw(object, object.source(), FrameLayouts.of(object), frame, Limits.STANDARD);
        byte[] out = image.pixels().clone();
        for (int at = 0; at < out.length; at++) {
            int pixel = at / image.samples();
            if (mask.at(pixel / image.columns(), pixel % image.columns())) {
                out[at] = (byte) 255;
            }
        }
        return new ScreenImage(image.rows(), image.columns(), image.samples(), out);
    }
}
