// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.finish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/** Words that pictures carry when that is asked for (PS3.18 8.3.5.1.1). Pure. */
public final class AnnotationText {
    private static final int KVP = 0x00180060;
    private static final int EXPOSURE = 0x00181152;
    private static final int SLICE_THICKNESS = 0x00180050;
    private static final int SLICE_LOCATION = 0x00201041;
    private static final int INSTITUTION = 0x00080080;

    private AnnotationText() {}

    /** Who it is: name in all its groups, number and issuer, birth date, sex. */
    public static List<String> patient(DataSet data) {
        List<String> lines = new ArrayList<>();
        data.string(Tag.PATIENT_NAME).map(AnnotationText::name).ifPresent(lines::add);
        add(lines, joined(data, Tag.PATIENT_ID, Tag.ISSUER_OF_PATIENT_ID));
        String born =
                data.string(Tag.PATIENT_BIRTH_DATE).map(AnnotationText::date).orElse("");
        add(lines, (born + " " + data.string(Tag.PATIENT_SEX).orElse("")).strip());
        add(lines, data.string(INSTITUTION).orElse(""));
        return lines;
    }

    /** What was done: when, which series and image, and how it was taken. */
    public static List<String> technique(DataSet data, int frame, int frames) {
        List<String> lines = new ArrayList<>();
        String when = data.string(Tag.STUDY_DATE).map(AnnotationText::date).orElse("") + " "
                + data.string(Tag.STUDY_TIME).map(AnnotationText::time).orElse("");
        add(lines, when.strip());
        add(lines, joined(data, Tag.MODALITY, Tag.SERIES_DESCRIPTION));
        String number = data.string(Tag.SERIES_NUMBER)
                        .map(one -> "Series " + one + " ")
                        .orElse("")
                + data.string(Tag.INSTANCE_NUMBER).map(one -> "Image " + one).orElse("")
                + (frames > 1 ? " Frame " + frame + "/" + frames : "");
        add(lines, number.strip());
        String how = Stream.of(
                        value(data, SLICE_LOCATION, "", " mm"),
                        value(data, SLICE_THICKNESS, "thick ", " mm"),
                        value(data, KVP, "", " kV"),
                        value(data, EXPOSURE, "", " mAs"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("  "));
        add(lines, how);
        return lines;
    }

    private static Optional<String> value(DataSet data, int tag, String before, String unit) {
        return data.string(tag).map(text -> before + text.strip() + unit);
    }

    private static String joined(DataSet data, int... tags) {
        return java.util.Arrays.stream(tags)
                .mapToObj(tag -> data.string(tag).orElse("").strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("  "));
    }

    private static void add(List<String> lines, String text) {
        if (!text.isEmpty()) {
            lines.add(text);
        }
    }

    private static String name(String name) {
        return name.replaceAll("[=^]+$", "")
                .replace("=", "  ")
                .replaceAll("\\^+", " ")
                .strip();
    }

    private static String date(String text) {
        return text.matches("[0-9]{8}")
                ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6)
                : text;
    }

    private static String time(String text) {
        return text.matches("[0-9]{4}.*") ? text.substring(0, 2) + ":" + text.substring(2, 4) : text;
    }
}
