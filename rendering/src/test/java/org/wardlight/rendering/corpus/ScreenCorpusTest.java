// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.FileByteSource;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.overlay.OverlayMask;
import org.wardlight.rendering.overlay.Overlays;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.FrameLayouts;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.rendering.pixel.ImageHeaders;
import org.wardlight.rendering.pixel.Screen;
import org.wardlight.rendering.pixel.ScreenImage;
import org.wardlight.rendering.present.PresentationState;
import org.wardlight.rendering.present.PresentationStates;
import org.wardlight.rendering.present.SoftcopyScale;
import org.wardlight.rendering.tile.Frames;

class ScreenCorpusTest {
    private static final double MOST_GREY_LEVELS = 1.0;
    private static final String COMMAND = "command (run in the folder that holds dicom/)";
    private static final Pattern PRESENTATION = Pattern.compile(" -p (\\S+)");
    private static final List<String> NOT_YET = List.of("JPEG-LS", "JPEG 2000", "JPEG XL");
    /** Pictures that differ for a reason. */
    private static final Map<String, String> EXPLAINED = Map.of(
            "uncompressed__CT1_UNC.explicit_little_endian.dcm.f0.png",
            "minimum to maximum leaves out Pixel Padding Value (PS3.3 C.7.5.1.1.2), the reference does not",
            "jpeg__CT1_JPLL.f0.png",
            "minimum to maximum leaves out Pixel Padding Value (PS3.3 C.7.5.1.1.2), the reference does not",
            "jpeg__JPEGLosslessP14SV1_1s_1f_u_16_16.dcm.f0.png",
            "no window: minimum to maximum of the frame; the reference was told to use an empty VOI LUT (PS3.3 C.11.2) and took all 16 bits");

    @Test
    void screens_match_the_reference_pictures() throws IOException {
        Corpus corpus = Corpus.required();
        List<String> wrong = new ArrayList<>();
        int right = 0;
        for (Corpus.Row row : corpus.table("rendered/commands.tsv")) {
            String png = row.get("png");
            String outcome = outcome(corpus, row);
            right += outcome.isEmpty() ? 1 : 0;
            if (!outcome.isEmpty()
                    && !EXPLAINED.containsKey(png)
                    && NOT_YET.stream().noneMatch(outcome::contains)) {
                wrong.add(png + ": " + outcome);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(right).isGreaterThan(35);
    }

    private static String outcome(Corpus corpus, Corpus.Row row) {
        try {
            return corpus.with(row.get("source"), (object, source) -> {
                int frame = Integer.parseInt(row.get("frame"));
                ImageHeader header = ImageHeaders.of(object);
                FrameKind kind = header.kinds().get(header.frames().get(frame).kind());
                StoredFrame values = Frames.decode(object, source, frame + 1, Limits.STANDARD);
                Raster reference = ImageIO.read(
                                corpus.file("rendered/" + row.get("png")).toFile())
                        .getRaster();
                Optional<Path> state = presentation(corpus, row);
                ScreenImage screen = state.isEmpty()
                        ? Screen.render(values, kind)
                        : presented(object, values, kind, state.get(), frame + 1);
                if (state.isEmpty() && !screen.colour() && !row.get(COMMAND).contains(" -O ")) {
                    screen = overlaid(
                            screen, Overlays.draw(object, source, FrameLayouts.of(object), frame + 1, Limits.STANDARD));
                }
                double difference = difference(screen, reference);
                return difference <= MOST_GREY_LEVELS ? "" : "mean difference " + difference;
            });
        } catch (Unsupported e) {
            return String.valueOf(e.getMessage());
        } catch (IOException | RuntimeException e) {
            return e.toString();
        }
    }

    private static Optional<Path> presentation(Corpus corpus, Corpus.Row row) {
        Matcher option = PRESENTATION.matcher(row.get(COMMAND));
        return option.find() ? Optional.of(corpus.file(option.group(1))) : Optional.empty();
    }

    private static ScreenImage presented(DicomObject object, StoredFrame values, FrameKind kind, Path file, int frame)
            throws IOException {
        try (FileByteSource source = FileByteSource.open(file)) {
            PresentationState state = PresentationStates.of(DicomReader.read(source, Limits.STANDARD));
            String image = object.sopInstanceUid().orElse("");
            assertThat(state.isFor(image, frame)).isTrue();
            return new SoftcopyScale(state, image, frame, values.layout()).render(values, kind.padding());
        }
    }

    private static ScreenImage overlaid(ScreenImage image, OverlayMask mask) {
        byte[] out = image.pixels().clone();
        for (int i = 0; i < out.length; i++) {
            if (mask.at(i / image.columns(), i % image.columns())) {
                out[i] = (byte) 255;
            }
        }
        return new ScreenImage(image.rows(), image.columns(), image.samples(), out);
    }

    private static double difference(ScreenImage image, Raster reference) {
        assertThat(reference.getWidth()).isEqualTo(image.columns());
        assertThat(reference.getHeight()).isEqualTo(image.rows());
        double sum = 0;
        for (int i = 0; i < image.pixels().length; i++) {
            int pixel = i / image.samples();
            int band = Math.min(i % image.samples(), reference.getNumBands() - 1);
            int expected = reference.getSample(pixel % image.columns(), pixel / image.columns(), band);
            sum += Math.abs((image.pixels()[i] & 0xFF) - expected);
        }
        return sum / image.pixels().length;
    }
}
