// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.SopClass;
import org.wardlight.rendering.dicom.Tag;

/** Which objects are documents, and what their pages are. The object's source must be open. Thread-safe. */
public final class Documents {
    private Documents() {}

    /** What sort of document an object is; empty when it is none. Reads no contents. */
    public static Optional<DocumentFacts> factsOf(DicomObject object) {
        DataSet data = object.data();
        if (object.isDirectory() || object.pixelData().isPresent()) {
            return Optional.empty();
        }
        String name = SopClass.name(object.sopClassUid().orElse(""));
        if (Encapsulated.length(data) > 0) {
            return Optional.of(Encapsulated.facts(object, name));
        }
        if (ReportPage.is(data)) {
            return Optional.of(
                    page(data, DocumentKind.REPORT, Concept.nameOf(data).orElse(name), 1));
        }
        List<WaveformGroup> groups = WaveformGroup.of(data);
        if (!groups.isEmpty() && !WaveformGroup.isAudio(object)) {
            return Optional.of(page(data, DocumentKind.WAVEFORM, name, WaveformPage.pages(groups)));
        }
        return PlanPage.is(data)
                ? Optional.of(page(
                        data,
                        DocumentKind.TEXT,
                        data.string(Attribute.PLAN_LABEL).orElse(name),
                        1))
                : Optional.empty();
    }

    /**
     * The document of an object.
     *
     * @param page from 1; a page after the last is refused
     * @throws Unsupported when it is no document, says what it is instead
     * @throws org.wardlight.rendering.RenderingException when its contents are broken or too large
     */
    public static Document open(DicomObject object, int page) throws IOException {
        DocumentFacts facts = factsOf(object)
                .orElseThrow(
                        () -> new Unsupported(SopClass.name(object.sopClassUid().orElse("")) + ": has no document"));
        if (page < 1 || page > facts.pages()) {
            throw new Unsupported("the document has pages 1 to " + facts.pages());
        }
        return switch (facts.kind()) {
            case REPORT -> html(facts, ReportPage.of(object.data(), facts));
            case WAVEFORM -> html(facts, WaveformPage.of(object.data(), facts, page));
            case TEXT -> html(facts, PlanPage.of(object.data(), facts));
            case CDA -> html(facts, CdaPage.of(object.data(), facts, Encapsulated.bytes(object.data())));
            case PDF, STL, OTHER -> new Document(facts.mediaType(), fileName(facts), Encapsulated.bytes(object.data()));
        };
    }

    /** The encapsulated document itself, to the byte; empty when the object has none. */
    public static Optional<byte[]> encapsulated(DicomObject object) throws IOException {
        return object.data().contains(Tag.ENCAPSULATED_DOCUMENT)
                ? Optional.of(Encapsulated.bytes(object.data()))
                : Optional.empty();
    }

    /**
     * One multiplex group of a waveform object as a picture, 25 mm a second, 10 mm a millivolt.
     *
     * @param group from 1
     * @param page from 1, as of the document
     */
    public static Document waveform(DicomObject object, int group, int page) throws IOException {
        List<WaveformGroup> groups = WaveformGroup.of(object.data());
        if (group < 1 || group > groups.size() || WaveformGroup.isAudio(object)) {
            throw new Unsupported("the object has no such drawn waveform group");
        }
        WaveformGroup chosen = groups.get(group - 1);
        int pages = WaveformPage.pages(groups);
        if (page < 1 || page > pages) {
            throw new Unsupported("the waveform has pages 1 to " + pages);
        }
        String svg = WaveformSvg.of(chosen, group, WaveformPage.span(groups, page));
        return new Document(Document.SVG, "waveform-" + group + ".svg", Html.utf8(svg));
    }

    private static DocumentFacts page(DataSet data, DocumentKind kind, String title, int pages) {
        return new DocumentFacts(kind, title, Moments.made(data), Document.HTML, 0, pages);
    }

    private static Document html(DocumentFacts facts, String html) {
        return new Document(Document.HTML, stem(facts) + ".html", Html.utf8(html));
    }

    private static String fileName(DocumentFacts facts) {
        return stem(facts) + Encapsulated.ending(facts.mediaType());
    }

    private static String stem(DocumentFacts facts) {
        String plain = facts.title()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.isEmpty() ? "document" : plain.substring(0, Math.min(40, plain.length()));
    }
}
