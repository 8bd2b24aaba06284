// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.FileByteSource;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.overlay.OverlayMask;
import org.wardlight.rendering.overlay.Overlays;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.FrameLayouts;
import org.wardlight.rendering.pixel.ScreenImage;
import org.wardlight.rendering.pixel.Shutters;
import org.wardlight.rendering.present.GraphicPainter;
import org.wardlight.rendering.present.PresentationState;
import org.wardlight.rendering.present.PresentationStates;
import org.wardlight.rendering.present.SoftcopyScale;
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
    PresentationState state(DicomObject object, int frame) throws IOException {
        if (presentation == null) {
            return null;
        }
        try (FileByteSource source = FileByteSource.open(presentation)) {
            PresentationState state = PresentationStates.of(DicomReader.read(source, Limits.STANDARD));
            if (!state.isFor(object.sopInstanceUid().orElse(""), frame)) {
                throw new ConfigException("--presentation is " + presentation
                        + "; it is for other images or frames than this one, and says nothing of it");
            }
            return state;
        }
    }

    /** The frame's grey as the state says; what is colour, or deeper than 16 bits, stays as {@code plain} has it. */
    static ScreenImage grey(
            PresentationState state,
            DicomObject object,
            StoredFrame stored,
            FrameKind kind,
            int frame,
            ScreenImage plain) {
        if (state.colour() || plain.colour() || stored.layout().deep()) {
            return plain;
        }
        String image = object.sopInstanceUid().orElse("");
        return new SoftcopyScale(state, image, frame, stored.layout()).render(stored, kind.padding());
    }

    /** Overlay planes, then shutters, graphics, turn and flip. */
    BufferedImage over(
            ScreenImage plain, @Nullable PresentationState state, DicomObject object, FrameKind kind, int frame)
            throws IOException {
        ScreenImage screen = overlay ? overlaid(plain, object, frame) : plain;
        if (state == null) {
            return Picture.of(shutter ? Shutters.apply(screen, kind.shutters(), kind.pixelAspect()) : screen);
        }
        BufferedImage picture = Picture.of(Shutters.apply(screen, state.shutters(), kind.pixelAspect()));
        return GraphicPainter.paint(picture, state, object.sopInstanceUid().orElse(""), frame);
    }

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
