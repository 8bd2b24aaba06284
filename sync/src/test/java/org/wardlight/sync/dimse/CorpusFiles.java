// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.FileByteSource;
import org.wardlight.rendering.dicom.FrameShape;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.sync.ingest.IngestItem;
import org.wardlight.sync.ingest.Outcome;

/** What of the corpus real programs can send: sound objects of up to 2 MiB. */
final class CorpusFiles {
    private static final long LARGEST = 2 << 20;

    private CorpusFiles() {}

    /** The files of objects that are taken in from a folder, too. */
    static List<Path> sendable() throws IOException {
        Path corpus = Path.of(System.getProperty("wardlight.corpus", "none"), "dicom");
        assumeTrue(Files.isDirectory(corpus), "the corpus is not here");
        List<Path> all;
        try (Stream<Path> found = Files.walk(corpus)) {
            all = found.filter(Files::isRegularFile)
                    // Some of these end the programs of others.
                    .filter(file -> !corpus.relativize(file).startsWith("malformed"))
                    .sorted()
                    .toList();
        }
        List<Path> sendable = new ArrayList<>();
        try (TestNode node = TestNode.knowing()) {
            for (Path file : all) {
                if (Files.size(file) <= LARGEST && isTaken(node, file)) {
                    sendable.add(file);
                }
            }
        }
        return sendable;
    }

    private static boolean isTaken(TestNode node, Path file) throws IOException {
        Outcome outcome = node.ingester.ingest(IngestItem.file(file.toString(), file));
        var object = outcome.object();
        return object != null
                && outcome.kind() == Outcome.Kind.ADDED
                && TransferSyntax.of(object.instance().transferSyntax()).isKnown();
    }

    /**
     * An object as it lies in a file.
     *
     * @param syntax UID of its transfer syntax
     * @param data its data set, without file meta information
     * @param frame the first frame as it is coded; empty when there is no picture
     */
    record Form(String syntax, byte[] data, byte[] frame) {}

    /** By SOP Instance UID. */
    static Map<String, Form> forms(List<Path> files) throws IOException {
        Map<String, Form> forms = new HashMap<>();
        for (Path file : files) {
            try (ByteSource source = FileByteSource.open(file)) {
                DicomObject object = DicomReader.read(source, Limits.STANDARD);
                forms.put(object.sopInstanceUid().orElseThrow(), form(object, source));
            }
        }
        return forms;
    }

    static Map<String, Form> formsIn(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return forms(found.sorted().toList());
        }
    }

    static Form form(ByteSource source) throws IOException {
        return form(DicomReader.read(source, Limits.STANDARD), source);
    }

    private static Form form(DicomObject object, ByteSource source) throws IOException {
        byte[] frame = new byte[0];
        if (object.pixelData().isPresent()) {
            frame = object.pixelData().get().frame(source, 0, FrameShape.of(object.data()), Limits.STANDARD);
        }
        return new Form(object.syntax().uid(), dataSet(source), frame);
    }

    static byte[] dataSet(ByteSource file) throws IOException {
        long from = DicomReader.dataSetOffset(file, Limits.STANDARD);
        byte[] bytes = new byte[(int) (file.size() - from)];
        file.read(from, bytes, 0, bytes.length);
        return bytes;
    }
}
