// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/** Dates and times for reading, as the NHS writes them (24-Nov-2026); what is none is shown as it is. */
final class Moments {
    private static final int[] DATES = {
        Tag.CONTENT_DATE, Tag.ACQUISITION_DATE_TIME, Tag.ACQUISITION_DATE, Tag.SERIES_DATE, Tag.STUDY_DATE
    };

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private Moments() {}

    static String date(String text) {
        return text.matches("\\d{4}(0[1-9]|1[0-2])\\d{2}.*")
                ? text.substring(6, 8) + "-" + MONTHS.get(month(text)) + "-" + text.substring(0, 4)
                : text;
    }

    private static int month(String text) {
        return Integer.parseInt(text.substring(4, 6)) - 1;
    }

    static String time(String text) {
        if (!text.matches("\\d{4}.*")) {
            return text;
        }
        String seconds = text.matches("\\d{6}.*") ? ":" + text.substring(4, 6) : "";
        return text.substring(0, 2) + ":" + text.substring(2, 4) + seconds;
    }

    static String dateTime(String text) {
        return text.matches("\\d{4}(0[1-9]|1[0-2])\\d{6}.*") ? date(text) + " " + time(text.substring(8)) : date(text);
    }

    /** When the object was made, yyyy-mm-dd for programs; null when it does not say. */
    static @Nullable String made(DataSet data) {
        for (int tag : DATES) {
            String text = data.string(tag).orElse("");
            if (text.matches("\\d{8}.*")) {
                return text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6, 8);
            }
        }
        return null;
    }
}
