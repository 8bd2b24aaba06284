// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.FileByteSource;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.document.Document;
import org.wardlight.rendering.document.DocumentKind;
import org.wardlight.rendering.document.Documents;
import org.wardlight.server.wiring.ConfigException;

/** A document as a file: a page, a waveform to scale, or the PDF that the object holds. */
final class DocumentFile {
    private DocumentFile() {}

    static boolean wanted(Path output) {
        String ending = ending(output);
        return ending.equals("html") || ending.equals("svg") || ending.equals("pdf") || ending.equals("xml");
    }

    static void write(Path file, Path output, int page) throws IOException {
        String ending = ending(output);
        try (FileByteSource source = FileByteSource.open(file)) {
            DicomObject object = DicomReader.read(source, Limits.STANDARD);
            Files.write(output, bytes(object, ending, page, output));
        }
    }

    private static byte[] bytes(DicomObject object, String ending, int page, Path output) throws IOException {
        return switch (ending) {
            case "svg" -> Documents.waveform(object, 1, page).bytes();
            case "xml" -> xml(object);
            default -> {
                Document document = Documents.open(object, page);
                String expected = ending.equals("pdf") ? "application/pdf" : Document.HTML;
                if (!document.mediaType().equals(expected)) {
                    throw new ConfigException(output.getFileName() + " would hold " + document.mediaType()
                            + "; use the ending " + document.fileName().replaceFirst(".*\\.", "."));
                }
                yield document.bytes();
            }
        };
    }

    /** A clinical document as it was sent. */
    private static byte[] xml(DicomObject object) throws IOException {
        boolean clinical = Documents.factsOf(object)
                .filter(facts -> facts.kind() == DocumentKind.CDA)
                .isPresent();
        if (!clinical) {
            throw new ConfigException("the file holds no clinical document, so no XML");
        }
        return Documents.encapsulated(object).orElseThrow();
    }

    private static String ending(Path output) {
        String name = output.toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
