// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Studies of a fictional hospital: the same number gives the same study. Names are made of syllables, some in other scripts, few of them common and
 * most rare; a patient has four studies on average; twelve years of days.
 */
final class GeneratedStudies {
    private static final LocalDate FIRST = LocalDate.of(2014, 12, 1);
    private static final int DAYS = 12 * 365;
    private static final int STUDIES_A_PATIENT = 4;
    /** From this number on studies are of the twelve years after. */
    static final long NEW = 1_000_000_000L;

    private static final List<String> SYLLABLES = List.of(
            "ba", "be", "bri", "ca", "co", "da", "del", "do", "e", "fa", "fer", "gan", "go", "ha", "hi", "ja", "ka", "ki", "la",
            "len", "ma", "mi", "mor", "na", "ne", "o", "pa", "per", "ra", "ri", "ro", "sa", "smi", "son", "ta", "ter", "ton",
            "va", "wil", "zu");
    private static final List<String> OTHERS = List.of("山田^太郎", "Иванов^Пётр", "Παπαδοπούλου^Ελένη", "محمد^علي", "김^민준", "גולן^נועה");
    private static final List<String> MODALITIES =
            List.of("CT", "CT", "CT", "MR", "MR", "CR", "DX", "DX", "US", "US", "XA", "NM", "PT", "MG", "OT");
    private static final List<String> WHAT = List.of(
            "Thorax", "Abdomen", "Head", "Knee", "Spine", "Pelvis", "Angiography", "Shoulder", "Hand", "Neck", "Sinus", "Hip");
    private static final List<String> HOW =
            List.of("", " with contrast", " without contrast", " follow-up", " portable", " left", " right", " low dose");

    private GeneratedStudies() {}

    static String uid(long number) {
        return "2.25.77." + number;
    }

    static NewInstance study(long number) {
        Random random = new Random(number * 0x9E3779B97F4A7C15L);
        PatientIdentity patient = patient(number % NEW * 7919 % Math.max(1, 1 + number % NEW / STUDIES_A_PATIENT));
        String modality = MODALITIES.get(random.nextInt(MODALITIES.size()));
        LocalDate first = number < NEW ? FIRST : FIRST.plusDays(DAYS);
        String date = first.plusDays(random.nextInt(DAYS)).toString();
        String time = "%02d:%02d".formatted(7 + random.nextInt(14), random.nextInt(60));
        String description = modality + " " + WHAT.get(random.nextInt(WHAT.size())) + HOW.get(random.nextInt(HOW.size()));
        String uid = uid(number);
        Rows row = new Rows(uid, uid + ".1", uid + ".1.1", "", "", null, date, time, description, modality, 1, "a");
        NewInstance made = row.row();
        StudyFacts facts = new StudyFacts(uid, date, time, description, "RXX%08d".formatted(number));
        return new NewInstance(patient, facts, made.series(), made.instance());
    }

    static PatientIdentity patient(long number) {
        Random random = new Random(number + 1);
        String family = name(random, number % 5 == 0 ? 1 : 3);
        String given = name(random, 2);
        String name = family.toUpperCase(Locale.ROOT) + "^" + given;
        if (number % 17 == 0) {
            name += "=" + OTHERS.get((int) (number / 17 % OTHERS.size()));
        }
        boolean isNhs = number % 10 < 7;
        String id = isNhs ? nhsNumber(number) : "H%07d".formatted(number);
        @Nullable String born = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(32_000)).toString();
        return new PatientIdentity(PatientName.parse(name), id, isNhs ? "NHS" : "RXX", born, number % 2 == 0 ? "F" : "M");
    }

    private static String name(Random random, int most) {
        StringBuilder name = new StringBuilder();
        int syllables = 1 + random.nextInt(most) + 1;
        for (int i = 0; i < syllables; i++) {
            name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** In the range that is never given out, with a check digit that is right: numbers that have none are left out. */
    private static String nhsNumber(long number) {
        for (long tried = number * 2; ; tried++) {
            String nine = "999%06d".formatted(tried % 1_000_000);
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += (nine.charAt(i) - '0') * (10 - i);
            }
            int check = (11 - sum % 11) % 11;
            if (check < 10) {
                return nine + check;
            }
        }
    }
}
