// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.dicom.DataSet;

/** A clinical document (HL7 CDA R2) as a page: what its header says, then the narrative text of its sections. */
final class CdaPage {
    private static final int LARGEST = 16 << 20;
    private static final int MOST_RAW = 1 << 20;

    private CdaPage() {}

    static String of(DataSet data, DocumentFacts facts, byte[] xml) {
        if (xml.length > LARGEST) {
            throw new LimitExceeded("the clinical document has " + xml.length + " bytes, the limit is " + LARGEST);
        }
        Html body = new Html();
        Optional<Element> root = SafeXml.parse(xml);
        if (root.isEmpty()) {
            body.raw("<p class=\"warn\">")
                    .text("The document is no XML that can be read safely. Its text follows as it is.")
                    .raw("</p><pre class=\"text\">")
                    .text(new String(xml, 0, Math.min(xml.length, MOST_RAW), StandardCharsets.UTF_8))
                    .raw("</pre>");
        } else {
            header(body, root.get());
            contents(body, root.get());
        }
        return Page.of(data, facts.title(), false, body);
    }

    private static void header(Html body, Element root) {
        body.raw("<dl>");
        body.row("Document", text(SafeXml.child(root, "title")));
        body.row("Patient", name(SafeXml.at(root, "recordTarget", "patientRole", "patient", "name")));
        body.row("Born", moment(SafeXml.at(root, "recordTarget", "patientRole", "patient", "birthTime")));
        body.row("Written", moment(SafeXml.child(root, "effectiveTime")));
        body.row("Author", name(SafeXml.at(root, "author", "assignedAuthor", "assignedPerson", "name")));
        body.row(
                "Authenticated by",
                name(SafeXml.at(root, "legalAuthenticator", "assignedEntity", "assignedPerson", "name")));
        body.row(
                "Kept by",
                text(SafeXml.at(root, "custodian", "assignedCustodian", "representedCustodianOrganization", "name")));
        body.raw("</dl>");
    }

    private static void contents(Html body, Element root) {
        Optional<Element> structured = SafeXml.at(root, "component", "structuredBody");
        Optional<Element> other = SafeXml.at(root, "component", "nonXMLBody", "text");
        if (structured.isPresent()) {
            sections(body, structured.get(), 2);
        } else if (other.isPresent() && other.get().getAttribute("mediaType").startsWith("text/plain")) {
            body.raw("<div class=\"text\">").text(plain(other.get())).raw("</div>");
        } else if (other.isPresent()) {
            body.element(
                    "p",
                    "The contents are of type " + other.get().getAttribute("mediaType")
                            + ", which is not shown here: save the document to open it.");
        } else {
            body.raw("<div class=\"text\">").text(root.getTextContent().strip()).raw("</div>");
        }
    }

    private static void sections(Html body, Element parent, int level) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element component && "component".equals(component.getLocalName())) {
                SafeXml.child(component, "section").ifPresent(section -> section(body, section, level));
            }
        }
    }

    private static void section(Html body, Element section, int level) {
        String heading = "h" + Math.min(level, 6);
        String title = text(SafeXml.child(section, "title"));
        body.raw("<section>").element(heading, title.isEmpty() ? "Section" : title);
        SafeXml.child(section, "text").ifPresent(text -> CdaNarrative.write(body, text));
        sections(body, section, level + 1);
        body.raw("</section>");
    }

    /** Parts of a name in their order, parted by blanks. */
    private static String name(Optional<Element> name) {
        return name.map(Node::getTextContent)
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .orElse("");
    }

    private static String moment(Optional<Element> time) {
        return time.map(element -> Moments.dateTime(element.getAttribute("value")))
                .orElse("");
    }

    private static String text(Optional<Element> element) {
        return element.map(Node::getTextContent).map(String::strip).orElse("");
    }

    private static String plain(Element text) {
        if (!"B64".equals(text.getAttribute("representation"))) {
            return text.getTextContent().strip();
        }
        try {
            byte[] bytes = java.util.Base64.getMimeDecoder()
                    .decode(text.getTextContent().strip());
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "The text is no Base64 and cannot be shown.";
        }
    }
}
