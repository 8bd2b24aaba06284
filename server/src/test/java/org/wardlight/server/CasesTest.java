// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The faults that other viewers shipped, by the numbers of our list of them, and the tests that keep each out: {@code cases.tsv}. A fault
 * without a test, and a test that is no longer there, fail.
 */
class CasesTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> PIXELS = List.of(
            "A01", "A02", "A03", "A05", "A06", "A07", "A09", "A10", "A11", "A13", "A14", "A15", "A16", "A17", "A18",
            "A19", "A21", "A22");
    private static final List<String> COLOUR = List.of(
            "B01", "B03", "B04", "B05", "B07", "B08", "B09", "B11", "B12", "B13", "B15", "B16", "B17", "B18", "B19",
            "B20", "B21", "B23", "B24", "B25", "B27", "B28");
    private static final List<String> CODECS = List.of(
            "C01", "C03", "C04", "C05", "C06", "C07", "C08", "C09", "C10", "C11", "C12", "C13", "C15", "C16", "C17",
            "C18", "C19", "C20", "C21");
    private static final List<String> PARSING =
            List.of("D01", "D02", "D03", "D04", "D05", "D06", "D07", "D09", "D10", "D11", "D13", "D14", "D15");
    private static final List<String> IDENTITY = List.of("E01", "E02", "E03", "E05", "E06", "E07", "E09");

    private static final List<String> NETWORK =
            List.of("H01", "H02", "H04", "H05", "H06", "H08", "H09", "H10", "H12", "H13");

    private record Proof(String id, String file, String test) {}

    @Test
    void every_known_fault_has_a_test() throws IOException {
        Set<String> missing = new TreeSet<>();
        List.of(PIXELS, COLOUR, CODECS, PARSING, IDENTITY, NETWORK).forEach(missing::addAll);
        Set<String> known = Set.copyOf(missing);
        List<Proof> proofs = proofs();
        assertThat(proofs).allMatch(proof -> known.contains(proof.id()));
        proofs.forEach(proof -> missing.remove(proof.id()));
        assertThat(missing).isEmpty();
    }

    @Test
    void every_test_that_is_named_is_there() throws IOException {
        List<String> gone = new ArrayList<>();
        for (Proof proof : proofs()) {
            boolean script = proof.file().endsWith(".ts");
            Path file = ROOT.resolve(script ? proof.file() : java(proof.file()));
            String wanted = script ? "test('" + proof.test() + "'" : "void " + proof.test() + "(";
            if (!Files.isRegularFile(file) || !Files.readString(file).contains(wanted)) {
                gone.add(proof.id() + ": " + proof.file() + "#" + proof.test());
            }
        }
        assertThat(gone).isEmpty();
    }

    /** {@code rendering/pixel/X} as a path from the root. */
    private static String java(String name) {
        return name.substring(0, name.indexOf('/')) + "/src/test/java/org/wardlight/" + name + ".java";
    }

    private static List<Proof> proofs() throws IOException {
        try (var in = Objects.requireNonNull(CasesTest.class.getResourceAsStream("/cases.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("[\t#]"))
                    .map(cells -> new Proof(cells[0], cells[1], cells[2]))
                    .toList();
        }
    }
}
