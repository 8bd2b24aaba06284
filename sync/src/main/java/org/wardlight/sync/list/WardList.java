// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.catalog.StudySummary;

/**
 * A named set of patients and studies.
 *
 * @param name 1 to {@value #LONGEST_NAME} characters without control characters or slashes; compared without regard to case
 * @param entries in the order in which they were given, without repeats, at most {@value #MOST}
 * @param rule what fills the list besides; null: nothing does
 */
public record WardList(
        String name,
        Instant changedAt,
        List<ListEntry> entries,
        @Nullable ListRule rule) {
    public static final int LONGEST_NAME = 64;
    public static final int MOST = 2000;

    /** A list that does not fill itself. */
    public WardList(String name, Instant changedAt, List<ListEntry> entries) {
        this(name, changedAt, entries, null);
    }

    /** @throws IllegalArgumentException for a name or a number of entries that cannot be kept */
    public WardList {
        name = name.strip();
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "a list's name has 1 to " + LONGEST_NAME + " characters, none of them a slash");
        }
        entries = List.copyOf(new LinkedHashSet<>(entries));
        if (entries.size() > MOST) {
            throw new IllegalArgumentException("a list has at most " + MOST + " entries");
        }
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.chars().noneMatch(c -> c == '/' || Character.isISOControl(c));
    }

    /** Whether a study is on the list on a day. */
    public boolean holds(StudySummary study, LocalDate today) {
        return entries.stream().anyMatch(entry -> entry.holds(study)) || rule != null && rule.holds(study, today);
    }
}
