// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.corpus.Corpus;
import org.wardlight.rendering.corpus.LossyReference;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.fuzz.FuzzSeed;
import org.wardlight.rendering.fuzz.FuzzSeeds;
import org.wardlight.rendering.tile.Frames;

/**
 * Compares docs/conformance-table.md with what is decoded here and now. {@code -Dbless=true} writes it anew: then look at the
 * difference.
 */
class ConformanceTest {
    private static final Path TABLE = Path.of("..", "docs", "conformance-table.md");
    private static final String HEAD = """
            # What is decoded, and what proves it

            Made by `ConformanceTest` from what it decoded; it fails where this page says anything else. Each row is a kind of pixel as a header
            states it. "Fixture" is an object that our own writer builds (`FuzzSeeds`), "real file" one of the test corpus whose stored values are
            those that independent decoders agree on, to the bit or, where its coding loses, within their own spread.

            | transfer syntax | photometric interpretation | bits allocated | stored | numbers | fixture | real file |
            |---|---|---|---|---|---|---|
            """;

    @Test
    void the_table_says_what_is_decoded() throws IOException {
        boolean real = Files.isRegularFile(Path.of(System.getProperty("wardlight.corpus", "absent"), "expected.tsv"));
        Conformance made = new Conformance();
        for (FuzzSeed seed : FuzzSeeds.all()) {
            DicomObject object = Copies.read(seed.bytes());
            assertThat(Frames.decode(object, object.source(), 1, Limits.STANDARD)
                            .bytes())
                    .isNotEmpty();
            made.fixture(Conformance.Row.of(object), seed.name());
        }
        if (real) {
            addRealFiles(made);
        }
        if (Boolean.getBoolean("bless") && real) {
            Files.writeString(TABLE, HEAD + String.join("\n", made.lines()) + "\n");
        }
        String page = Files.readString(TABLE);
        assertThat(page).startsWith(HEAD);
        List<String> committed = page.substring(HEAD.length()).lines().toList();
        if (real) {
            assertThat(committed).isEqualTo(made.lines());
        } else {
            assertThat(fixtures(committed)).isEqualTo(fixtures(made.lines()));
        }
    }

    private static void addRealFiles(Conformance made) throws IOException {
        Corpus corpus = Corpus.required();
        for (Corpus.Row row : corpus.table("expected.tsv")) {
            try {
                corpus.with(row.get("path"), (object, source) -> {
                    int frame = Integer.parseInt(row.get("frame")) + 1;
                    Conformance.Row kind = Conformance.Row.of(object);
                    boolean news = !made.hasFile(kind);
                    if (news && isRight(corpus, row, Frames.decode(object, source, frame, Limits.STANDARD))) {
                        made.file(kind, row.get("path").replaceFirst("^dicom/", ""));
                    }
                    return "";
                });
            } catch (RenderingException notShown) {
                // It proves nothing; StoredValuesCorpusTest asks whether it should have been shown.
            }
        }
    }

    private static boolean isRight(Corpus corpus, Corpus.Row row, StoredFrame frame) throws IOException {
        if (row.get("exact").equals("no")) {
            return LossyReference.differs(corpus, row, frame).isEmpty();
        }
        String values = row.get("sha256_values");
        return sha256(frame.bytes()).equals(values.isEmpty() ? row.get("sha256_raw") : values);
    }

    /** The rows that a fixture proves, without their last cell. */
    private static List<String> fixtures(List<String> lines) {
        List<String> out = new ArrayList<>();
        for (String line : lines) {
            String[] cells = line.split("\\|", -1);
            if (!cells[6].isBlank()) {
                out.add(String.join("|", List.of(cells).subList(0, 7)));
            }
        }
        return out;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
