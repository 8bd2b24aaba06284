// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.PersonName;
import org.wardlight.rendering.dicom.Tag;

/** A structured report (PS3.3 C.17.2, C.17.3, C.18) as a page: its state and who verified it, then its tree of content. */
final class ReportPage {
    /** A report of more is cut, and says so. */
    private static final int MOST_ITEMS = 20_000;

    private final Html body = new Html();
    private final ReportValues values;
    private final Set<String> referenced;
    private int items;

    private ReportPage(DataSet root) {
        this.values = new ReportValues(root.string(Tag.STUDY_INSTANCE_UID).orElse(""));
        this.referenced = new HashSet<>();
        collectReferenced(root);
    }

    /** Whether a data set is the root of a content tree. */
    static boolean is(DataSet data) {
        return data.string(Attribute.VALUE_TYPE).filter("CONTAINER"::equals).isPresent()
                && (data.contains(Tag.CONTENT_SEQUENCE) || data.contains(Tag.CONCEPT_NAME_CODE_SEQUENCE));
    }

    static String of(DataSet data, DocumentFacts facts) {
        ReportPage page = new ReportPage(data);
        page.state(data);
        page.children(data, "1", 2);
        if (page.items > MOST_ITEMS) {
            page.body
                    .raw("<p class=\"warn\">")
                    .text("The report has more than " + MOST_ITEMS + " entries; the rest is not shown here.")
                    .raw("</p>");
        }
        return Page.of(data, facts.title(), false, page.body);
    }

    private void state(DataSet data) {
        String completion = data.string(Attribute.COMPLETION_FLAG).orElse("");
        String verified = data.string(Attribute.VERIFICATION_FLAG).orElse("");
        body.raw("<dl>");
        body.row(
                "State",
                join(
                        words(completion),
                        words(data.string(Attribute.PRELIMINARY_FLAG).orElse("")),
                        words(verified),
                        data.string(Attribute.COMPLETION_FLAG_DESCRIPTION).orElse("")));
        for (DataSet observer : data.items(Attribute.VERIFYING_OBSERVER_SEQUENCE)) {
            body.row(
                    "Verified by",
                    join(
                            observer.personName(Attribute.VERIFYING_OBSERVER_NAME)
                                    .map(PersonName::display)
                                    .orElse(""),
                            observer.string(Attribute.VERIFYING_ORGANIZATION).orElse(""),
                            observer.string(Attribute.VERIFICATION_DATE_TIME)
                                    .map(Moments::dateTime)
                                    .orElse("")));
        }
        body.row(
                "Written",
                join(
                        data.string(Tag.CONTENT_DATE).map(Moments::date).orElse(""),
                        data.string(Tag.CONTENT_TIME).map(Moments::time).orElse("")));
        body.row(
                "Study",
                join(
                        data.string(Tag.STUDY_DESCRIPTION).orElse(""),
                        data.string(Tag.STUDY_DATE).map(Moments::date).orElse(""),
                        data.string(Tag.ACCESSION_NUMBER)
                                .map(number -> "accession " + number)
                                .orElse("")));
        body.row("Institution", data.string(Tag.INSTITUTION_NAME).orElse(""));
        if (!data.items(Attribute.PREDECESSOR_DOCUMENTS_SEQUENCE).isEmpty()) {
            body.row("Replaces", "an earlier version of this report");
        }
        body.raw("</dl>");
        boolean unsafe = completion.equals("PARTIAL") || verified.equals("UNVERIFIED");
        if (unsafe) {
            String words = completion.equals("PARTIAL")
                    ? verified.equals("UNVERIFIED") ? "neither complete nor verified" : "not complete"
                    : "not verified";
            body.raw("<p class=\"warn\">").text("This report is " + words + ".").raw("</p>");
        }
    }

    /** Entries in their order: leaves that follow each other share one list, containers are sections. */
    private void children(DataSet parent, String path, int level) {
        boolean inList = false;
        List<DataSet> content = parent.items(Tag.CONTENT_SEQUENCE);
        for (int i = 0; i < content.size() && items++ <= MOST_ITEMS; i++) {
            DataSet item = content.get(i);
            String own = path + "." + (i + 1);
            boolean container = item.string(Attribute.VALUE_TYPE)
                    .filter("CONTAINER"::equals)
                    .isPresent();
            if (container == inList) {
                body.raw(inList ? "</dl>" : "<dl>");
                inList = !inList;
            }
            if (container) {
                section(item, own, level);
            } else {
                leaf(item, own, level);
            }
        }
        body.raw(inList ? "</dl>" : "");
    }

    private void section(DataSet item, String path, int level) {
        String heading = "h" + Math.min(level, 6);
        body.raw("<section" + anchor(path) + "><" + heading + ">")
                .text(relation(item) + Concept.nameOf(item).orElse("Section"))
                .raw("</" + heading + ">");
        children(item, path, level + 1);
        body.raw("</section>");
    }

    private void leaf(DataSet item, String path, int level) {
        body.raw("<dt" + anchor(path) + ">")
                .text(relation(item) + Concept.nameOf(item).orElse(values.kind(item)))
                .raw("</dt><dd>");
        values.write(body, item);
        if (!item.items(Tag.CONTENT_SEQUENCE).isEmpty()) {
            children(item, path, level + 1);
        }
        body.raw("</dd>");
    }

    /** How an entry belongs to the one above, where "contains" does not say it (PS3.3 Table C.17.3-8). */
    private static String relation(DataSet item) {
        return switch (item.string(Attribute.RELATIONSHIP_TYPE).orElse("")) {
            case "HAS CONCEPT MOD" -> "Meaning: ";
            case "HAS OBS CONTEXT" -> "Context: ";
            case "HAS ACQ CONTEXT" -> "Acquired with: ";
            case "INFERRED FROM" -> "Inferred from: ";
            case "SELECTED FROM" -> "Selected from: ";
            default -> "";
        };
    }

    private String anchor(String path) {
        return referenced.contains(path) ? " id=\"item-" + path + "\"" : "";
    }

    private void collectReferenced(DataSet data) {
        for (DataSet item : data.items(Tag.CONTENT_SEQUENCE)) {
            String path = ReportValues.reference(item);
            if (!path.isEmpty()) {
                referenced.add(path);
            }
            collectReferenced(item);
        }
    }

    private static String words(String flag) {
        return switch (flag) {
            case "COMPLETE" -> "Complete";
            case "PARTIAL" -> "Partial";
            case "VERIFIED" -> "verified";
            case "UNVERIFIED" -> "not verified";
            case "PRELIMINARY" -> "preliminary";
            case "FINAL" -> "final";
            default -> flag;
        };
    }

    private static String join(String... parts) {
        return List.of(parts).stream().filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
    }
}
