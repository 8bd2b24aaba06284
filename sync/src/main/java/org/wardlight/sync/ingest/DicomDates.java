// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times of DICOM (PS3.5 6.2, DA and TM; with points and colons as ACR-NEMA had them) in the form of ISO 8601. */
final class DicomDates {
    private static final Pattern DATE = Pattern.compile("(\\d{4})(\\.?)(\\d{2})\\2(\\d{2})");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):?([0-5]\\d)?.*");

    private DicomDates() {}

    /** yyyy-mm-dd; empty when this is no day of the calendar. */
    static Optional<String> date(String value) {
        Matcher parts = DATE.matcher(value);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(3)),
                    Integer.parseInt(parts.group(4)));
            return Optional.of(day.toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** hh:mm; empty when this is no time of day. */
    static Optional<String> time(String value) {
        Matcher parts = TIME.matcher(value);
        return parts.matches()
                ? Optional.of(parts.group(1) + ":" + (parts.group(2) == null ? "00" : parts.group(2)))
                : Optional.empty();
    }
}
