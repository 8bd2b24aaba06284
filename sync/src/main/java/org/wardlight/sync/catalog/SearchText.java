// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words to find a study by. Texts and queries go through the same folding: lower case, no accents, apostrophes dropped
 * (O'Neill is oneill), everything but letters and digits parts words.
 */
public final class SearchText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+|['\u2019\u02BC`]");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchText() {}

    /** The words of a study, without repeats. */
    static Set<String> words(PatientIdentity patient, StudyFacts study, List<String> modalities) {
        Set<String> words = new LinkedHashSet<>();
        words.addAll(split(patient.name().alphabetic()));
        words.addAll(split(patient.name().ideographic()));
        words.addAll(split(patient.name().phonetic()));
        words.addAll(split(patient.id()));
        patient.nhsNumber().ifPresent(words::add);
        words.addAll(split(study.description()));
        if (study.accession() != null) {
            words.addAll(split(study.accession()));
        }
        modalities.forEach(modality -> words.addAll(split(modality)));
        return words;
    }

    /** What a user typed as beginnings of words; digits typed in the groups of an NHS number (3 3 4, or part of it) are one word. */
    static List<String> query(String typed) {
        List<String> out = new ArrayList<>();
        List<String> words = split(typed);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (i + 1 < words.size() && digits(word, 3, 3) && digits(words.get(i + 1), 1, 3)) {
                word += words.get(++i);
                if (word.length() == 6 && i + 1 < words.size() && digits(words.get(i + 1), 1, 4)) {
                    word += words.get(++i);
                }
            }
            out.add(word);
        }
        return out;
    }

    /** The folded words of a text, in their order. */
    public static List<String> split(String text) {
        String folded =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        folded = letters(folded.toLowerCase(Locale.ROOT));
        return Arrays.stream(GAPS.split(folded)).filter(word -> !word.isEmpty()).toList();
    }

    /** Letters that have no accent to take off, but are typed without. */
    private static String letters(String text) {
        return text.replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace('ð', 'd')
                .replace("þ", "th")
                .replace('ı', 'i');
    }

    private static boolean digits(String word, int least, int most) {
        return word.length() >= least && word.length() <= most && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
