// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.proof;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.pixel.FrameLayouts;

/** The table of what was decoded: for each kind of pixel the first fixture and the first real file that prove it. */
final class Conformance {
    /** The kind of pixel, as the header states it. */
    record Row(String syntax, String uid, String photometric, int allocated, int stored, String numbers) {
        static Row of(DicomObject object) {
            FrameLayout layout = FrameLayouts.of(object);
            TransferSyntax syntax = object.syntax();
            String numbers = layout.floating() ? "floating point" : layout.signed() ? "signed" : "unsigned";
            return new Row(
                    syntax.name(),
                    syntax.uid(),
                    layout.photometric().term(),
                    layout.bitsAllocated(),
                    layout.bitsStored(),
                    numbers);
        }

        private int place() {
            return TransferSyntax.known().indexOf(TransferSyntax.of(uid));
        }

        String cells() {
            return "| %s | %s | %d | %d | %s |".formatted(syntax, photometric, allocated, stored, numbers);
        }
    }

    private static final Comparator<Row> ORDER = Comparator.comparingInt(Row::place)
            .thenComparing(Row::photometric)
            .thenComparingInt(Row::allocated)
            .thenComparingInt(Row::stored)
            .thenComparing(Row::numbers);

    private final Map<Row, String> fixtures = new TreeMap<>(ORDER);
    private final Map<Row, String> files = new TreeMap<>(ORDER);

    void fixture(Row row, String name) {
        fixtures.putIfAbsent(row, name);
    }

    boolean hasFile(Row row) {
        return files.containsKey(row);
    }

    void file(Row row, String path) {
        files.put(row, path);
    }

    /** The lines of the table; without real files only those that a fixture proves, and the last cell empty. */
    List<String> lines() {
        Map<Row, String> all = new TreeMap<>(ORDER);
        all.putAll(files);
        all.putAll(fixtures);
        return all.keySet().stream()
                .map(row ->
                        row.cells() + " " + fixtures.getOrDefault(row, "") + " | " + files.getOrDefault(row, "") + " |")
                .toList();
    }
}
