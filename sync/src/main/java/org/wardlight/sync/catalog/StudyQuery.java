// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which studies to list, newest first.
 *
 * @param text free text: every word must begin a word of name, id, NHS number, description, accession or modality, whatever its
 *     case and accents; an NHS number may be typed with spaces; empty matches all
 * @param modalities the study must hold one of these; empty matches all
 * @param from earliest Study Date, yyyy-mm-dd, included
 * @param to latest Study Date, yyyy-mm-dd, included
 * @param limit most studies on a page, 1 to {@value #MOST}
 * @param cursor where to go on: {@link Page#next()} of the page before
 * @param parts every word of these must stand somewhere in a word; of one or two letters alone, this reads the whole catalog
 * @param within Study Instance UIDs to choose from; null for all
 */
public record StudyQuery(
        String text,
        List<String> modalities,
        @Nullable String from,
        @Nullable String to,
        int limit,
        @Nullable String cursor,
        List<String> parts,
        @Nullable Set<String> within) {
    public static final int MOST = 500;

    public StudyQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST + ", was " + limit);
        }
        Recency.check(from);
        Recency.check(to);
        Recency.cursor(cursor);
        parts = List.copyOf(parts);
        modalities = List.copyOf(modalities);
        within = within == null ? null : Set.copyOf(within);
        if (!modalities.stream().allMatch(modality -> modality.matches("[A-Z0-9]{1,16}"))) {
            throw new IllegalArgumentException("a modality is up to 16 capital letters and digits, such as CT");
        }
    }

    /** Of the whole catalog. */
    public StudyQuery(
            String text,
            List<String> modalities,
            @Nullable String from,
            @Nullable String to,
            int limit,
            @Nullable String cursor,
            List<String> parts) {
        this(text, modalities, from, to, limit, cursor, parts, null);
    }

    /** Without parts of words. */
    public StudyQuery(
            String text,
            List<String> modalities,
            @Nullable String from,
            @Nullable String to,
            int limit,
            @Nullable String cursor) {
        this(text, modalities, from, to, limit, cursor, List.of());
    }

    /** The newest studies that match a text. */
    public static StudyQuery text(String text, int limit) {
        return new StudyQuery(text, List.of(), null, null, limit, null);
    }

    /** The same among these studies alone; null for all. */
    public StudyQuery within(@Nullable Set<String> studies) {
        return new StudyQuery(text, modalities, from, to, limit, cursor, parts, studies);
    }
}
