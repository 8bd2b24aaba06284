// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.rendering.pixel.ImageHeaders;
import org.wardlight.rendering.pixel.Screen;
import org.wardlight.rendering.pixel.ScreenImage;
import org.wardlight.rendering.tile.Frames;

class ScreenCorpusTest {
    private static final double MOST_GREY_LEVELS = 1.0;
    private static final List<String> NOT_YET = List.of("JPEG-LS", "JPEG 2000", "JPEG XL");
    /** Pictures that differ for a reason. */
    private static final Map<String, String> EXPLAINED = Map.of(
            "uncompressed__CT1_UNC.explicit_little_endian.dcm.f0.png",
            "minimum to maximum leaves out Pixel Padding Value (PS3.3 C.7.5.1.1.2), the reference does not",
            "jpeg__CT1_JPLL.f0.png",
            "minimum to maximum leaves out Pixel Padding Value (PS3.3 C.7.5.1.1.2), the reference does not",
            "jpeg__JPEGLosslessP14SV1_1s_1f_u_16_16.dcm.f0.png",
            "no window: minimum to maximum of the frame; the reference was told to use an empty VOI LUT (PS3.3 C.11.2) and took all 16 bits",
            "display__ovly_p01.dcm.f0.png",
            "the reference burns an overlay in (PS3.3 C.9.2), which is left to the viewer",
            "gsps_prLUTs.png",
            "the reference applies a presentation state (PS3.3 A.33), which is another object",
            "gsps_real01.png",
            "the reference applies a presentation state (PS3.3 A.33), which is another object");

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
                double difference = difference(Screen.render(values, kind), reference);
                return difference <= MOST_GREY_LEVELS ? "" : "mean difference " + difference;
            });
        } catch (Unsupported e) {
            return String.valueOf(e.getMessage());
        } catch (IOException | RuntimeException e) {
            return e.toString();
        }
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
