// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wardlight.sync.catalog.OriginQuery;
import org.wardlight.sync.catalog.SearchText;
import org.wardlight.sync.catalog.StudySummary;

/**
 * Which studies are on a list by themselves. What it holds is worked out when it is asked for: a study that arrives is on the list at once, and
 * one whose day has passed is off it by the clock.
 *
 * @param location ward, as in Current Patient Location or else Institutional Department Name: the whole of it, or its part before the
 *     first ^, whatever its case; * stands for any letters; empty: any
 * @param modalities one of these; empty: any
 * @param days how far back the Study Date may lie: 1 is today alone, at most {@value #MOST_DAYS}
 * @param referrer every word of this must begin a word of the Referring Physician's Name; empty: any
 */
public record ListRule(String location, List<String> modalities, int days, String referrer) {
    public static final int MOST_DAYS = 90;
    private static final int LONGEST = 64;
    private static final Pattern MODALITY = Pattern.compile("[A-Z0-9]{1,16}");

    /** @throws IllegalArgumentException with words for people, when it is too wide or no rule */
    public ListRule {
        location = location.strip();
        referrer = referrer.strip();
        modalities = modalities.stream()
                .map(modality -> modality.strip().toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        boolean isTooWide = location.replace("*", "").isBlank() && modalities.isEmpty() && referrer.isEmpty();
        if (isTooWide || location.length() > LONGEST || referrer.length() > LONGEST) {
            throw new IllegalArgumentException("a rule names a ward, a modality or a referring physician");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("a rule looks back 1 to " + MOST_DAYS + " days");
        }
        if (!modalities.stream().allMatch(modality -> MODALITY.matcher(modality).matches())) {
            throw new IllegalArgumentException("a modality is up to 16 letters and digits, such as CT");
        }
    }

    /** The question to a catalog on a day; what it finds must still be asked {@link #holds}. */
    OriginQuery on(LocalDate today, int most) {
        return new OriginQuery(location, modalities, from(today).toString(), most);
    }

    /** Whether a study is meant on a day. */
    boolean holds(StudySummary study, LocalDate today) {
        String date = study.study().date();
        return date != null
                && date.compareTo(from(today).toString()) >= 0
                && on(today, 1).matches(study)
                && isFrom(study.study().referrer());
    }

    private LocalDate from(LocalDate today) {
        return today.minusDays(days - 1L);
    }

    private boolean isFrom(String name) {
        List<String> words = SearchText.split(name);
        return SearchText.split(referrer).stream()
                .allMatch(asked -> words.stream().anyMatch(word -> word.startsWith(asked)));
    }

    /** In words, for people. */
    public String text() {
        String where = location.isEmpty() ? "" : ", ward " + location;
        String what = modalities.isEmpty() ? "" : ", " + modalities.stream().collect(Collectors.joining(" or "));
        String who = referrer.isEmpty() ? "" : ", referred by " + referrer;
        return "studies of " + (days == 1 ? "today" : "the last " + days + " days") + where + what + who;
    }
}
