// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException;

/** Every file of the folder of real DICOM files: sound, odd, broken and hostile. */
class CorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("wardlight.corpus", "corpus"));
    private static final long MOST_MILLIS = 2000;

    @Test
    void every_file_is_read_or_refused_in_words_and_in_time() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Row row : manifest()) {
            long start = System.nanoTime();
            try (ByteSource source = FileByteSource.open(CORPUS.resolve(row.get("path")))) {
                DicomReader.read(source, Limits.STANDARD);
            } catch (RenderingException e) {
                if (mustRead(row)) {
                    wrong.add(row.get("path") + ": " + e.getMessage());
                }
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                wrong.add(row.get("path") + ": " + e);
            }
            long millis = (System.nanoTime() - start) / 1_000_000;
            if (millis > MOST_MILLIS) {
                wrong.add(row.get("path") + ": took " + millis + " ms");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_renders_has_the_stated_size_kind_and_syntax() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Row row : manifest()) {
            if (mustRead(row)) {
                try (ByteSource source = FileByteSource.open(CORPUS.resolve(row.get("path")))) {
                    compare(row, DicomReader.read(source, Limits.STANDARD), wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void names_in_other_scripts_are_those_that_the_manifest_states() throws IOException {
        int checked = 0;
        for (Row row : manifest()) {
            String marker = "Patient's Name is ";
            int at = row.get("good_for").indexOf(marker);
            if (at >= 0 && row.get("path").contains("charset")) {
                try (ByteSource source = FileByteSource.open(CORPUS.resolve(row.get("path")))) {
                    DataSet data = DicomReader.read(source, Limits.STANDARD).data();
                    assertThat(data.personName(Tag.PATIENT_NAME).map(PersonName::format))
                            .as(row.get("path"))
                            .contains(row.get("good_for").substring(at + marker.length()));
                    checked++;
                }
            }
        }
        assertThat(checked).isPositive();
    }

    private static boolean mustRead(Row row) {
        String expected = row.get("expected");
        boolean renders =
                expected.startsWith("renders") && !expected.contains("error") && !expected.contains("metadata");
        return renders || (expected.startsWith("metadata only") && !expected.contains("or rejected"));
    }

    private static void compare(Row row, DicomObject object, List<String> wrong) {
        DataSet data = object.data();
        differ(row, "rows", text(data.integer(Tag.ROWS)), wrong);
        differ(row, "cols", text(data.integer(Tag.COLUMNS)), wrong);
        if (!row.get("frames").isEmpty()) {
            differ(
                    row,
                    "frames",
                    text(OptionalInt.of(data.integer(Tag.NUMBER_OF_FRAMES).orElse(1))),
                    wrong);
        }
        differ(row, "sop_class", object.sopClassUid().orElse(""), wrong);
        if (!row.get("path").contains("meta_")) {
            differ(row, "transfer_syntax", object.syntax().uid(), wrong);
        }
    }

    private static void differ(Row row, String column, String found, List<String> wrong) {
        String stated = row.get(column).split(" ", 2)[0];
        if (!stated.equals(found) && !stated.isEmpty()) {
            wrong.add(row.get("path") + ": " + column + " " + found + ", stated " + stated);
        }
    }

    private static String text(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
    }

    private static List<Row> manifest() throws IOException {
        assumeTrue(
                Files.exists(CORPUS.resolve("manifest.tsv")),
                "skipped: no folder of real DICOM files at wardlight.corpus");
        List<String> lines = Files.readAllLines(CORPUS.resolve("manifest.tsv"));
        String[] names = lines.get(0).split("\t", -1);
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> named = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                named.put(names[i], cells[i]);
            }
            rows.add(new Row(named));
        }
        return rows;
    }

    /** One line, by the names of its columns. */
    private record Row(Map<String, String> cells) {
        String get(String column) {
            return cells.getOrDefault(column, "");
        }
    }
}
