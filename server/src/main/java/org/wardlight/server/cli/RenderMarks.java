// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.DataSet;
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
import org.wardlight.rendering.present.PresentationState;
import org.wardlight.rendering.present.PresentationStates;
import org.wardlight.rendering.present.StatedPicture;
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

    /** Overlay planes, then shutters, graphics, turn and flip. */
    BufferedImage over(ScreenImage plain, @Nullable Chosen chosen, DicomObject object, FrameKind kind, int frame)
            throws IOException {
        ScreenImage screen = overlay ? overlaid(plain, object, frame) : plain;
        if (chosen == null) {
            return shutter ? shut(screen, object, kind, frame) : Picture.of(screen);
        }
        return StatedPicture.over(screen, chosen.state, chosen.data, object, kind, frame);
    }

    private static BufferedImage shut(ScreenImage screen, DicomObject object, FrameKind kind, int frame) {
        ScreenImage shut = Shutters.apply(screen, kind.shutters(), kind.pixelAspect());
        OptionalInt group = Overlays.shutterGroup(object.data());
        if (group.isEmpty()) {
            return Picture.of(shut);
        }
        OverlayMask mask = Overlays.group(object.data(), group.getAsInt(), screen.rows(), screen.columns(), frame);
        return Picture.of(StatedPicture.filled(shut, mask, 0x010101 * Shutters.grey(object.data())));
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
