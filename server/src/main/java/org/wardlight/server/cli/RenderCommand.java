// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.FileByteSource;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.FrameKind.Function;
import org.wardlight.rendering.pixel.FrameKind.Window;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.rendering.pixel.ImageHeaders;
import org.wardlight.rendering.pixel.Screen;
import org.wardlight.rendering.pixel.ScreenImage;
import org.wardlight.rendering.present.StatedPicture;
import org.wardlight.rendering.tile.Frames;
import org.wardlight.server.wiring.ConfigException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wardlight render}: one frame of a file as a picture. */
@Command(
        name = "render",
        description = "Write one frame of a DICOM file as a PNG or JPEG picture.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Without --window, the file's first VOI LUT or window is applied, else minimum to maximum. Without --width, a pixel of the frame is a pixel of the picture; with it, pixels that are not square are made so."
        })
final class RenderCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "A DICOM file.")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "Picture to write: .png, .jpg or .jpeg; of a document: .html, .svg, .pdf or .xml.")
    private Path output = Path.of("");

    @Option(
            names = "--frame",
            paramLabel = "N",
            defaultValue = "1",
            description = "Frame, or page of a long recording, from 1 (default: ${DEFAULT-VALUE}).")
    private int frame;

    @Option(
            names = "--window",
            paramLabel = "C,W",
            description = "Window centre and width, in the file's rescaled units.")
    private @Nullable String window;

    @Option(names = "--width", paramLabel = "N", description = "Width of the picture in pixels.")
    private @Nullable Integer width;

    @Mixin
    private final RenderMarks marks = new RenderMarks();

    @Mixin
    private final RenderLayers layers = new RenderLayers();

    RenderCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (DocumentFile.wanted(output)) {
            DocumentFile.write(file, output, frame);
            console.err().println("Wrote " + output);
            return 0;
        }
        Picture.Format format = Picture.Format.of(output);
        Window asked = window == null ? null : parseWindow(window);
        if (width != null && (width < 1 || width > Picture.WIDEST)) {
            throw new ConfigException("--width is " + width + "; expected 1 to " + Picture.WIDEST);
        }
        try (FileByteSource source = FileByteSource.open(file)) {
            DicomObject object = DicomReader.read(source, Limits.STANDARD);
            ImageHeader header = ImageHeaders.of(object);
            if (frame < 1 || frame > header.frames().size()) {
                throw new ConfigException("--frame is " + frame + "; the file has frames 1 to "
                        + header.frames().size());
            }
            FrameKind kind = header.kinds().get(header.frames().get(frame - 1).kind());
            StoredFrame stored = Frames.decode(object, object.source(), frame, Limits.STANDARD);
            ScreenImage screen = asked == null ? Screen.render(stored, kind) : Screen.render(stored, kind, asked);
            RenderMarks.Chosen state = marks.state(object, frame);
            if (state != null && asked == null) {
                screen = StatedPicture.presented(state.state(), object, stored, kind, frame, screen);
            }
            if (state != null && layers.wanted()) {
                throw new ConfigException("--layer and --presentation do not go together: give one of them");
            }
            BufferedImage picture = layers.over(marks.over(screen, state, object, kind, frame), object, header, frame);
            Picture.write(width == null ? picture : Picture.scaled(picture, width, kind.pixelAspect()), format, output);
        }
        console.err().println("Wrote " + output);
        return 0;
    }

    static Window parseWindow(String text) {
        String[] parts = text.split(",", -1);
        try {
            double center = Double.parseDouble(parts[0].strip());
            double wide = Double.parseDouble(parts[1].strip());
            if (parts.length == 2 && wide > 0 && Double.isFinite(wide) && Double.isFinite(center)) {
                return new Window(center, wide, Function.LINEAR, null);
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException notTwoNumbers) {
            // Said below, with the value.
        }
        throw new ConfigException(
                "--window is " + text + "; expected centre and width such as 40,400, the width above 0");
    }
}
