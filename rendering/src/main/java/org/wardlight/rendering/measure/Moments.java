// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.measure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wardlight.rendering.dicom.DataSet;

/**
 * Moments on the clock of the modality, in seconds (PS3.5 6.2: DA, TM, DT). An offset from UTC at the end of a DT is left out: devices write
 * their local time before it, as they do in TM.
 */
public final class Moments {
    public static final double DAY = 86_400;
    private static final Pattern DATE = Pattern.compile("(\\d{4})\\.?(\\d{2})\\.?(\\d{2})");
    private static final Pattern TIME = Pattern.compile("(\\d{2}):?(\\d{2})(?::?(\\d{2})(\\.\\d{1,6})?)?");
    private static final Pattern BOTH = Pattern.compile("(\\d{8})(\\d{4,6}(?:\\.\\d{1,6})?)(?:[+-]\\d{4})?");

    private Moments() {}

    /** Of a DT with at least minutes. */
    public static OptionalDouble of(DataSet data, int dateTime) {
        Matcher parts = BOTH.matcher(data.string(dateTime).orElse(""));
        return parts.matches() ? sum(day(parts.group(1)), timeOfDay(parts.group(2))) : OptionalDouble.empty();
    }

    /** Of a DA and a TM. */
    public static OptionalDouble of(DataSet data, int date, int time) {
        return sum(day(data.string(date).orElse("")), timeOfDay(data, time));
    }

    /** Seconds since midnight of a TM with at least minutes. */
    public static OptionalDouble timeOfDay(DataSet data, int time) {
        return timeOfDay(data.string(time).orElse(""));
    }

    private static OptionalDouble sum(OptionalDouble day, OptionalDouble time) {
        return day.isPresent() && time.isPresent()
                ? OptionalDouble.of(day.getAsDouble() + time.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble day(String text) {
        Matcher parts = DATE.matcher(text.trim());
        if (!parts.matches()) {
            return OptionalDouble.empty();
        }
        try {
            LocalDateTime midnight = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3))
                    .atStartOfDay();
            return OptionalDouble.of(midnight.toEpochSecond(ZoneOffset.UTC));
        } catch (DateTimeException noSuchDay) {
            return OptionalDouble.empty();
        }
    }

    private static OptionalDouble timeOfDay(String text) {
        Matcher parts = TIME.matcher(text.trim());
        if (!parts.matches() || number(parts, 1) > 23 || number(parts, 2) > 59) {
            return OptionalDouble.empty();
        }
        double seconds = parts.group(3) == null ? 0 : number(parts, 3);
        double fraction = parts.group(4) == null ? 0 : Double.parseDouble(parts.group(4));
        return OptionalDouble.of(number(parts, 1) * 3600.0 + number(parts, 2) * 60.0 + seconds + fraction);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
