// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.corpus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.FileByteSource;
import org.wardlight.rendering.dicom.Limits;

/** The folder of real files and its tables. */
public final class Corpus {
    private final Path root;

    private Corpus(Path root) {
        this.root = root;
    }

    /** Skips the test when the folder is not there. */
    public static Corpus required() {
        Path root = Path.of(System.getProperty("wardlight.corpus", "absent"));
        assumeTrue(Files.isRegularFile(root.resolve("expected.tsv")), "the corpus is not at " + root);
        return new Corpus(root);
    }

    public Path file(String path) {
        return root.resolve(path);
    }

    /** The rows of a tab-separated table, each by the names in its first line. */
    public List<Row> table(String name) throws IOException {
        List<String> lines = Files.readAllLines(root.resolve(name));
        String[] header = lines.get(0).split("\t", -1);
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], i < cells.length ? cells[i] : "");
            }
            rows.add(new Row(row));
        }
        return rows;
    }

    /** One line of a table. */
    public record Row(Map<String, String> cells) {
        /** The cell of a column; empty when there is none. */
        public String get(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** Runs something over one object. */
    public <T> T with(String path, Use<T> use) throws IOException {
        try (ByteSource source = FileByteSource.open(root.resolve(path))) {
            return use.apply(DicomReader.read(source, Limits.STANDARD), source);
        }
    }

    @FunctionalInterface
    public interface Use<T> {
        T apply(DicomObject object, ByteSource source) throws IOException;
    }
}
