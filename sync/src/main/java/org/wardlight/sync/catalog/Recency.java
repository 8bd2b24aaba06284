// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Row numbers of studies that grow with Study Date and Time, so that newest first, a date range and a cursor are one walk along one
 * index, full text search included:
 *
 *     minutes since 1800-01-01 00:00, plus 1 (0: no date) | 24 bits: count within the minute
 */
final class Recency {
    private static final LocalDate EPOCH = LocalDate.of(1800, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);
    private static final int COUNT_BITS = 24;

    /** Row number of the last study without a date. */
    static final long UNDATED = (1L << COUNT_BITS) - 1;

    private Recency() {}

    /** The lowest row number for a study of this date and time; without a date the lowest of all. */
    static long first(@Nullable String date, @Nullable String time) {
        if (date == null) {
            return 1;
        }
        LocalDate day = day(date);
        int minute = time == null ? 0 : LocalTime.parse(time).toSecondOfDay() / 60;
        return (ChronoUnit.DAYS.between(EPOCH, day) * 24 * 60 + minute + 1) << COUNT_BITS;
    }

    /** The row number after which the next minute begins. */
    static long last(long first) {
        return first | ((1L << COUNT_BITS) - 1);
    }

    /** The lowest row number of the day after. */
    static long dayAfter(String date) {
        return first(day(date).plusDays(1).toString(), null);
    }

    private static LocalDate day(String date) {
        LocalDate day = LocalDate.parse(date);
        return day.isBefore(EPOCH) ? EPOCH : day.isAfter(LAST) ? LAST : day;
    }

    static void check(@Nullable String date) {
        if (date != null) {
            try {
                LocalDate.parse(date);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("a date must be yyyy-mm-dd", e);
            }
        }
    }

    /** The row number that a cursor stands for: rows below it come next. */
    static long cursor(@Nullable String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseUnsignedLong(cursor, 36);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a cursor of a study list", e);
        }
    }

    static String cursor(long id) {
        return Long.toUnsignedString(id, 36);
    }
}
