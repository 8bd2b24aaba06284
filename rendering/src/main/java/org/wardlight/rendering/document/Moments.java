// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/** Dates and times for reading; what is none is shown as it is. */
final class Moments {
    private static final int[] DATES = {
        Tag.CONTENT_DATE, Tag.ACQUISITION_DATE_TIME, Tag.ACQUISITION_DATE, Tag.SERIES_DATE, Tag.STUDY_DATE
    };

    private Moments() {}

    static String date(String text) {
        return text.matches("\\d{8}.*")
                ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6, 8)
                : text;
    }

    static String time(String text) {
        if (!text.matches("\\d{4}.*")) {
            return text;
        }
        String seconds = text.matches("\\d{6}.*") ? ":" + text.substring(4, 6) : "";
        return text.substring(0, 2) + ":" + text.substring(2, 4) + seconds;
    }

    static String dateTime(String text) {
        return text.matches("\\d{12}.*") ? date(text) + " " + time(text.substring(8)) : date(text);
    }

    /** When the object was made, yyyy-mm-dd; null when it does not say. */
    static @Nullable String date(DataSet data) {
        for (int tag : DATES) {
            String text = data.string(tag).orElse("");
            if (text.matches("\\d{8}.*")) {
                return date(text);
            }
        }
        return null;
    }
}
