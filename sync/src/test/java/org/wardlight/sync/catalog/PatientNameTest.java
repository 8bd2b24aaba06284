// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatientNameTest {
    @Test
    void a_name_is_shown_as_a_ward_writes_it() {
        assertThat(PatientName.parse("Zztest^Aled^Rhys^Mr").display()).isEqualTo("ZZTEST, Aled Rhys (Mr)");
        assertThat(PatientName.parse("Zztest").display()).isEqualTo("ZZTEST");
        assertThat(PatientName.parse("^Aled").display()).isEqualTo("Aled");
        assertThat(PatientName.parse("Zztest^Aled^^Dr^MD").display()).isEqualTo("ZZTEST, Aled MD (Dr)");
        assertThat(PatientName.parse("").display()).isEmpty();
    }

    @Test
    void other_groups_stand_in_for_a_missing_one_and_follow_one_that_is_there() {
        PatientName name = PatientName.parse("Yamada^Tarou=山田^太郎=やまだ^たろう");
        assertThat(name.display()).isEqualTo("YAMADA, Tarou");
        assertThat(name.others()).containsExactly("山田 太郎", "やまだ たろう");
        assertThat(PatientName.parse("=山田^太郎").display()).isEqualTo("山田 太郎");
        assertThat(PatientName.parse("=山田^太郎").others()).isEmpty();
    }
}
