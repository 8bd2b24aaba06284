// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Element;
import org.wardlight.rendering.dicom.RawInput;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Value.Raw;

/** Documents that travel inside DICOM (PS3.3 C.24.2): to the byte, without the padding of odd lengths. */
final class Encapsulated {
    /** Held in memory while it is sent. */
    private static final long LARGEST = 64L << 20;

    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf", ".pdf",
            "model/stl", ".stl",
            "model/obj", ".obj",
            "model/mtl", ".mtl",
            "text/xml", ".xml");

    private Encapsulated() {}

    static DocumentFacts facts(DicomObject object, String name) {
        DataSet data = object.data();
        String type = mediaType(object);
        DocumentKind kind = kind(type);
        String title = data.string(Tag.DOCUMENT_TITLE)
                .or(() -> Concept.nameOf(data))
                .or(() -> data.string(Tag.SERIES_DESCRIPTION))
                .orElse(name);
        String shown = kind == DocumentKind.CDA ? Document.HTML : type;
        return new DocumentFacts(kind, title, Moments.made(data), shown, length(data), 1);
    }

    private static DocumentKind kind(String type) {
        return switch (type) {
            case "application/pdf" -> DocumentKind.PDF;
            case "text/xml" -> DocumentKind.CDA;
            case "model/stl" -> DocumentKind.STL;
            default -> DocumentKind.OTHER;
        };
    }

    /** What the class says goes before what the object says; a type that a browser would run is none. */
    private static String mediaType(DicomObject object) {
        String uid = object.sopClassUid().orElse("");
        String stated = object.data()
                .string(Tag.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT)
                .orElse("")
                .toLowerCase(Locale.ROOT);
        return switch (uid.substring(uid.lastIndexOf('.', Math.max(0, uid.lastIndexOf('.') - 1)) + 1)) {
            case "104.1" -> "application/pdf";
            case "104.2" -> "text/xml";
            case "104.3" -> "model/stl";
            case "104.4" -> "model/obj";
            case "104.5" -> "model/mtl";
            default -> ENDINGS.containsKey(stated) ? stated : "application/octet-stream";
        };
    }

    static String ending(String mediaType) {
        return ENDINGS.getOrDefault(mediaType, ".bin");
    }

    static long length(DataSet data) {
        long there = data.element(Tag.ENCAPSULATED_DOCUMENT)
                .map(Element::value)
                .map(value -> value instanceof Raw raw ? raw.length() : 0L)
                .orElse(0L);
        OptionalLong stated = data.longInteger(Attribute.ENCAPSULATED_DOCUMENT_LENGTH);
        // Only padding may be cut: a length that would cut more is no length of this document.
        return stated.isPresent() && stated.getAsLong() == there - 1 ? there - 1 : there;
    }

    static byte[] bytes(DataSet data) throws IOException {
        Element element = data.element(Tag.ENCAPSULATED_DOCUMENT).orElseThrow();
        long length = length(data);
        if (length > LARGEST) {
            throw new LimitExceeded("the encapsulated document has " + length + " bytes, the limit is " + LARGEST);
        }
        if (!(element.value() instanceof Raw raw) || length == 0) {
            throw new MalformedDicom(Tag.format(Tag.ENCAPSULATED_DOCUMENT) + " is empty: expected a document");
        }
        try (InputStream in = RawInput.open(raw, element.vr())) {
            byte[] bytes = in.readNBytes((int) length);
            return unpadded(data, bytes);
        }
    }

    /** Where no length is stated, a zero behind text or a PDF's last line is padding. */
    private static byte[] unpadded(DataSet data, byte[] bytes) {
        boolean stated = data.contains(Attribute.ENCAPSULATED_DOCUMENT_LENGTH);
        boolean binary = bytes.length > 4 && bytes[0] != '%' && bytes[0] != '<';
        boolean padded = !stated && !binary && bytes[bytes.length - 1] == 0;
        return padded ? java.util.Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    }
}
