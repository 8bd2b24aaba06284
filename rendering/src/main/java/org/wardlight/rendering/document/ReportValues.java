// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.PersonName;
import org.wardlight.rendering.dicom.SopClass;
import org.wardlight.rendering.dicom.Tag;

/** The value of one content item, by its Value Type (PS3.3 C.17.3.2.1, C.18). */
final class ReportValues {
    private static final int MOST_POINTS = 6;
    private static final int FRAME_OF_REFERENCE = 0x30060024;

    private final String study;

    /** @param study UID of the study that the report is in; links to images open it in the viewer */
    ReportValues(String study) {
        this.study = study;
    }

    /** What an item is, for one that has no name. */
    String kind(DataSet item) {
        return switch (item.string(Attribute.VALUE_TYPE).orElse("")) {
            case "IMAGE" -> "Image";
            case "COMPOSITE" -> "Object";
            case "WAVEFORM" -> "Waveform";
            case "SCOORD", "SCOORD3D" -> "Region";
            case "TCOORD" -> "Time";
            default -> reference(item).isEmpty() ? "Entry" : "See";
        };
    }

    void write(Html body, DataSet item) {
        switch (item.string(Attribute.VALUE_TYPE).orElse("")) {
            case "TEXT" ->
                body.raw("<div class=\"text\">")
                        .text(item.string(Attribute.TEXT_VALUE).orElse("no text"))
                        .raw("</div>");
            case "NUM" -> body.text(number(item));
            case "CODE" ->
                body.text(Concept.of(item, Attribute.CONCEPT_CODE_SEQUENCE).orElse("no value"));
            case "PNAME" ->
                body.text(item.personName(Attribute.PERSON_NAME)
                        .map(PersonName::display)
                        .orElse("no name"));
            case "DATE" ->
                body.text(item.string(Attribute.DATE).map(Moments::date).orElse("no date"));
            case "TIME" ->
                body.text(item.string(Attribute.TIME).map(Moments::time).orElse("no time"));
            case "DATETIME" ->
                body.text(
                        item.string(Attribute.DATE_TIME).map(Moments::dateTime).orElse("no date"));
            case "UIDREF" -> body.text(item.string(Attribute.UID).orElse("no identifier"));
            case "IMAGE", "COMPOSITE", "WAVEFORM" ->
                item.items(Attribute.REFERENCED_SOP_SEQUENCE).forEach(one -> link(body, one));
            case "SCOORD", "SCOORD3D" -> body.text(region(item));
            case "TCOORD" -> body.text(moment(item));
            default -> other(body, item);
        }
    }

    private void other(Html body, DataSet item) {
        String path = reference(item);
        if (path.isEmpty()) {
            body.text("an entry of a kind that is not known: "
                    + item.string(Attribute.VALUE_TYPE).orElse("none stated"));
        } else {
            body.raw("<a href=\"#item-" + path + "\">")
                    .text("entry " + path + " of this report")
                    .raw("</a>");
        }
    }

    /** Referenced Content Item Identifier as a path such as 1.2.3; empty when the item has its value itself. */
    static String reference(DataSet item) {
        return LongStream.of(item.longs(Attribute.REFERENCED_CONTENT_ITEM_IDENTIFIER))
                .mapToObj(Long::toString)
                .collect(Collectors.joining("."));
    }

    private static String number(DataSet item) {
        String qualifier = Concept.of(item, Attribute.NUMERIC_VALUE_QUALIFIER_CODE_SEQUENCE)
                .map(words -> " (" + words + ")")
                .orElse("");
        Optional<DataSet> measured = item.item(Attribute.MEASURED_VALUE_SEQUENCE);
        String value =
                measured.flatMap(one -> one.string(Attribute.NUMERIC_VALUE)).orElse("no value");
        String units = measured.map(one -> Concept.units(one, Attribute.MEASUREMENT_UNITS_CODE_SEQUENCE))
                .orElse("");
        return value + (units.isEmpty() ? "" : " " + units) + qualifier;
    }

    private void link(Html body, DataSet reference) {
        String uid = reference.string(Tag.REFERENCED_SOP_INSTANCE_UID).orElse("");
        List<String> frames = reference.strings(Attribute.REFERENCED_FRAME_NUMBER);
        String words = SopClass.name(
                        reference.string(Attribute.REFERENCED_SOP_CLASS_UID).orElse(""))
                + (frames.isEmpty() ? "" : ", frame " + String.join(", ", frames))
                + list(reference, Attribute.SEGMENT_NUMBER, ", segment ");
        boolean linked = uid.matches("[0-9.]{1,64}") && study.matches("[0-9.]{1,64}");
        if (!linked) {
            body.text(words).raw("<br>");
            return;
        }
        String frame = frames.isEmpty() || !frames.get(0).matches("\\d{1,7}") ? "" : "&amp;frame=" + frames.get(0);
        body.raw("<a target=\"_top\" href=\"/study/" + study + "?instance=" + uid + frame + "\">")
                .text(words)
                .raw("</a><br>");
    }

    private static String region(DataSet item) {
        String shape = item.string(Attribute.GRAPHIC_TYPE).orElse("region").toLowerCase(Locale.ROOT);
        boolean deep =
                item.string(Attribute.VALUE_TYPE).filter("SCOORD3D"::equals).isPresent();
        double[] numbers = item.decimals(Attribute.GRAPHIC_DATA);
        int size = deep ? 3 : 2;
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < Math.min(numbers.length / size, MOST_POINTS); i++) {
            points.append(i == 0 ? "" : ", ").append('(');
            for (int k = 0; k < size; k++) {
                points.append(k == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.1f", numbers[i * size + k]));
            }
            points.append(')');
        }
        int more = numbers.length / size - MOST_POINTS;
        return shape
                + (deep ? " in space, mm: " : " in the image, column and row: ")
                + points
                + (more > 0 ? " and " + more + " more points" : "")
                + item.string(FRAME_OF_REFERENCE)
                        .map(uid -> ", frame of reference " + uid)
                        .orElse("");
    }

    private static String moment(DataSet item) {
        return item.string(Attribute.TEMPORAL_RANGE_TYPE).orElse("point").toLowerCase(Locale.ROOT)
                + list(item, Attribute.REFERENCED_SAMPLE_POSITIONS, ", samples ")
                + list(item, Attribute.REFERENCED_TIME_OFFSETS, ", seconds ")
                + item.strings(Attribute.REFERENCED_DATE_TIME).stream()
                        .map(Moments::dateTime)
                        .map(" "::concat)
                        .collect(Collectors.joining(","));
    }

    private static String list(DataSet data, int tag, String before) {
        List<String> texts = data.strings(tag);
        return texts.isEmpty()
                ? ""
                : before + String.join(", ", texts.subList(0, Math.min(texts.size(), MOST_POINTS * 2)));
    }
}
