// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.rendering.pixel.ImageHeaders;
import org.wardlight.rendering.tile.ExactTiles;
import org.wardlight.rendering.tile.Frames;
import org.wardlight.rendering.tile.PreviewTiles;
import org.wardlight.rendering.tile.Pyramid;
import org.wardlight.rendering.tile.StripSheets;
import org.wardlight.rendering.tile.TileAddress;

class BrokenFilesCorpusTest {
    private static final long SMALL_FILE_BYTES = 3 << 20;

    @Test
    void every_broken_file_is_drawn_or_refused_in_words() throws IOException {
        Corpus corpus = Corpus.required();
        List<String> wrong = new ArrayList<>();
        for (Corpus.Row row : corpus.table("manifest.tsv")) {
            if (!row.get("path").startsWith("dicom/malformed/")) {
                continue; // sound files are looked at more closely by the other corpus tests
            }
            String outcome = Long.parseLong(row.get("size")) > SMALL_FILE_BYTES ? "large" : outcome(corpus, row);
            boolean mustFail = row.get("expected").startsWith("must be rejected")
                    && row.get("path").contains("frames");
            if (outcome.isEmpty() || outcome.startsWith("!") || mustFail && outcome.equals("drawn")) {
                wrong.add(row.get("path") + " " + outcome);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** "drawn", the words of the refusal, or what else was thrown behind an exclamation mark. */
    private static String outcome(Corpus corpus, Corpus.Row row) {
        try {
            return corpus.with(row.get("path"), (object, source) -> {
                ImageHeader header = ImageHeaders.of(object);
                FrameKind kind = header.kinds().get(header.frames().get(0).kind());
                StoredFrame frame = Frames.decode(object, source, 1, Limits.STANDARD);
                Pyramid pyramid = Pyramid.of(frame, kind);
                TileAddress top = new TileAddress(kind.levels() - 1, 0, 0);
                assertThat(ExactTiles.encode(pyramid, top)).isNotEmpty();
                assertThat(PreviewTiles.encode(pyramid, top)).isNotEmpty();
                assertThat(StripSheets.cell(frame, kind).rows()).isPositive();
                return "drawn";
            });
        } catch (RenderingException e) {
            return String.valueOf(e.getMessage());
        } catch (IOException | RuntimeException e) {
            return "! " + e;
        }
    }
}
