// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Studies by where they come from.
 *
 * @param location the whole of it, or its part before the first ^, whatever the case of its Latin letters; * stands for any; empty: any
 * @param modalities the study must hold one of these; empty: any
 * @param from earliest Study Date, yyyy-mm-dd
 * @param most how many, newest first
 */
public record OriginQuery(String location, List<String> modalities, String from, int most) {
    public OriginQuery {
        location = location.toLowerCase(Locale.ROOT);
        modalities = List.copyOf(modalities);
        Recency.check(from);
    }

    /** As SQLite's GLOB takes it: nothing but the asterisk means anything. */
    String glob() {
        return location.replace("[", "[[]").replace("?", "[?]");
    }

    /** Whether a study's origin is meant, whatever its date. */
    public boolean matches(StudySummary study) {
        return (location.isEmpty() || isAt(study.study().location()))
                && (modalities.isEmpty() || !Collections.disjoint(modalities, study.modalities()));
    }

    private boolean isAt(String where) {
        String whole = where.toLowerCase(Locale.ROOT);
        Pattern pattern = Pattern.compile(Pattern.quote(location).replace("*", "\\E.*\\Q"), Pattern.DOTALL);
        return pattern.matcher(whole).matches()
                || pattern.matcher(whole.split("\\^", 2)[0].strip()).matches();
    }
}
