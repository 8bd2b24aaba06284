// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** "Will you show my files?", asked of every kind of DICOM file that we have. */
class CheckCorpusIT {
    private static final Path CORPUS = Path.of(System.getProperty("wardlight.corpus", "../shared/corpus"));
    private static final Set<String> SHOWN = Set.of(
            "1.2.840.10008.1.2",
            "1.2.840.10008.1.2.1",
            "1.2.840.10008.1.2.2",
            "1.2.840.10008.1.2.1.99",
            "1.2.840.10008.1.2.5",
            "1.2.840.10008.1.2.4.50",
            "1.2.840.10008.1.2.4.51",
            "1.2.840.10008.1.2.4.57",
            "1.2.840.10008.1.2.4.70",
            "1.2.840.10008.1.2.4.80",
            "1.2.840.10008.1.2.4.81",
            "1.2.840.10008.1.2.4.90",
            "1.2.840.10008.1.2.4.91",
            "1.2.840.10008.1.2.4.201",
            "1.2.840.10008.1.2.4.202",
            "1.2.840.10008.1.2.4.203",
            "1.2.840.10008.1.2.8.1");

    private record Expected(String sha256, String photometric, boolean exact) {}

    @Test
    void every_file_has_a_line_and_every_shown_value_is_the_expected_one() throws Exception {
        assumeTrue(Files.isDirectory(CORPUS), "the corpus is not here: nothing to compare with");
        WardlightProcess.Result check =
                WardlightProcess.run("check", CORPUS.resolve("dicom").toString());
        assertThat(check.err()).doesNotContain("Exception");

        Map<String, String[]> lines = new HashMap<>();
        check.out().lines().map(line -> line.split("\t", -1)).forEach(columns -> {
            assertThat(columns).as(columns[0]).hasSize(12);
            lines.put(Path.of(columns[0]).toAbsolutePath().normalize().toString(), columns);
        });
        Map<String, List<Expected>> expected = expected();
        List<String> wrong = new ArrayList<>();
        for (String path : manifest()) {
            String[] columns =
                    lines.get(CORPUS.resolve(path).toAbsolutePath().normalize().toString());
            if (columns == null) {
                wrong.add(path + ": no line");
                continue;
            }
            boolean image = columns[1].equals("image");
            if (!image && columns[11].length() < 10) {
                wrong.add(path + ": says too little: " + columns[11]);
            }
            List<Expected> values = expected.get(path);
            if (values != null && SHOWN.contains(columns[3]) && values.get(0).exact()) {
                compare(path, columns, values, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void compare(String path, String[] columns, List<Expected> values, List<String> wrong) {
        String first = values.get(0).sha256();
        String last = values.get(values.size() - 1).sha256();
        if (!columns[1].equals("image")) {
            wrong.add(path + ": " + columns[1] + ", " + columns[11]);
        } else if (!columns[7].equals(first) || !columns[8].equals(last)) {
            wrong.add(path + ": other values");
        }
    }

    private static List<String> manifest() throws IOException {
        return Files.readAllLines(CORPUS.resolve("manifest.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1)[0])
                .toList();
    }

    private static Map<String, List<Expected>> expected() throws IOException {
        Map<String, List<Expected>> byPath = new HashMap<>();
        List<String> all = Files.readAllLines(CORPUS.resolve("expected.tsv"));
        List<String> names = List.of(all.get(0).split("\t", -1));
        for (String line : all.subList(1, all.size())) {
            String[] c = line.split("\t", -1);
            byPath.computeIfAbsent(c[0], p -> new ArrayList<>())
                    .add(new Expected(
                            // Packed 4:2:2 has no values of its own: its bytes as stored are what counts.
                            c[
                                    names.indexOf(
                                            c[names.indexOf("sha256_values")].isEmpty()
                                                    ? "sha256_raw"
                                                    : "sha256_values")],
                            c[names.indexOf("photometric")],
                            c[names.indexOf("exact")].equals("yes")));
        }
        return byPath;
    }
}
