// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardlight.rendering.dicom.Vr;

class MatchingTest {
    @ParameterizedTest
    @CsvSource({
        "PN, smith*, SMITH^John, true",
        "PN, SMITH, SMITH^^^^, true",
        "PN, SMITH, SMITH^John, false",
        "PN, müller*, MULLER^Anna, true",
        "PN, Παπαδ*, παπαδόπουλος^Γιώργος, true",
        "PN, 山田*, Yamada^Tarou=山田^太郎=やまだ^たろう, true",
        "PN, *=山?^*, Yamada^Tarou=山田^太郎, true",
        "PN, *=川*, Yamada^Tarou=山田^太郎, false",
        "LO, CHEST*, CHEST PA, true",
        "LO, *PA, CHEST PA, true",
        "LO, C?EST, CHEST, true",
        "LO, chest, CHEST, false",
        "LO, *a*a*a*a*a*a*b, aaaaaaaaaaaaaaaaaaaaaaaaaaaa, false",
        "CS, CT, CT, true",
        "CS, C, CT, false",
        "UI, 1.2.3, 1.2.3, true",
        "UI, 1.2.*, 1.2.3, false",
        "DA, 20260101-20261231, 20260615, true",
        "DA, 20260101-, 20251231, false",
        "DA, -20251231, 20251231, true",
        "DA, 20260615, 2026.06.15, true",
        "TM, 1000-1200, 105959, true",
        "TM, 1000-1200, 120030, true",
        "TM, 1000-1200, 120100, false",
        "TM, 160501, 1605, true",
        "IS, 7, 07, true",
        "IS, 7, 8, false"
    })
    void keys_match_as_the_standard_says(Vr vr, String wanted, String value, boolean matches) {
        assertThat(Matching.matches(vr, wanted, value)).isEqualTo(matches);
    }
}
