// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.tile.Frames;

class StoredValuesCorpusTest {
    /** What is not shown yet says so in these words; everything else must be right. */
    private static final List<String> NOT_YET = List.of("JPEG XL", "need FFmpeg");

    @Test
    void stored_values_of_every_readable_frame_are_the_expected_ones() throws IOException {
        Corpus corpus = Corpus.required();
        List<String> wrong = new ArrayList<>();
        int right = 0;
        for (Corpus.Row row : corpus.table("expected.tsv")) {
            if (expected(row).isEmpty()) {
                continue; // no decoder that we know gave a result
            }
            String outcome = outcome(corpus, row);
            right += outcome.isEmpty() ? 1 : 0;
            if (!outcome.isEmpty() && NOT_YET.stream().noneMatch(outcome::contains)) {
                wrong.add(row.get("path") + " frame " + row.get("frame") + ": " + outcome);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(right).isGreaterThan(300);
    }

    private static String outcome(Corpus corpus, Corpus.Row row) {
        try {
            return corpus.with(row.get("path"), (object, source) -> {
                int frame = Integer.parseInt(row.get("frame")) + 1;
                StoredFrame values = Frames.decode(object, source, frame, Limits.STANDARD);
                if (row.get("exact").equals("no")) {
                    return LossyReference.differs(corpus, row, values);
                }
                return sha256(values.bytes()).equals(expected(row)) ? "" : "other values, " + values.layout();
            });
        } catch (Unsupported e) {
            return String.valueOf(e.getMessage());
        } catch (IOException | RuntimeException e) {
            return e.toString();
        }
    }

    /** Packed 4:2:2 has no values of its own: its bytes as stored are what counts. */
    private static String expected(Corpus.Row row) {
        String values = row.get("sha256_values");
        return values.isEmpty() ? row.get("sha256_raw") : values;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
