// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.measure;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;

class UptakeTest {
    private static final double HALF_LIFE = 6586.2;

    private static DataSetBuilder tracer() {
        return DataSet.builder()
                .string(Tag.RADIOPHARMACEUTICAL_START_TIME, "100000")
                .decimal(Tag.RADIONUCLIDE_TOTAL_DOSE, 350e6)
                .decimal(Tag.RADIONUCLIDE_HALF_LIFE, HALF_LIFE);
    }

    private static DataSetBuilder pet() {
        return DataSet.builder()
                .string(Tag.MODALITY, "PT")
                .string(Tag.UNITS, "BQML")
                .string(Tag.CORRECTED_IMAGE, "DECY", "ATTN", "SCAT")
                .string(Tag.DECAY_CORRECTION, "START")
                .string(Tag.SERIES_DATE, "20261125")
                .string(Tag.SERIES_TIME, "110000")
                .string(Tag.ACQUISITION_DATE, "20261125")
                .string(Tag.ACQUISITION_TIME, "110312.5")
                .decimal(Tag.PATIENT_WEIGHT, 70)
                .items(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, tracer().build());
    }

    private static DataSetBuilder pet(DataSetBuilder tracer) {
        return pet().items(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, tracer.build());
    }

    private static Uptake uptake(DataSetBuilder data) {
        return UptakeReader.of(data.build()).orElseThrow();
    }

    private static double factor(DataSetBuilder data) {
        Uptake uptake = uptake(data);
        assertThat(uptake.reason()).isNull();
        return requireNonNull(uptake.factor());
    }

    @Test
    void uptake_is_weight_over_the_dose_that_was_left_when_the_scan_began() {
        double left = 350e6 * Math.pow(2, -3600 / HALF_LIFE);
        assertThat(factor(pet())).isEqualTo(70_000 / left, within(1e-18));
        Uptake uptake = uptake(pet());
        assertThat(uptake.decaySeconds()).isEqualTo(3600);
        // 5 kBq/ml are about 1.46 g/ml an hour after 350 MBq in 70 kg.
        assertThat(5000 * factor(pet())).isEqualTo(1.4606, within(1e-3));
    }

    @Test
    void a_whole_moment_of_administration_wins_over_a_time_alone() {
        DataSetBuilder before = tracer().string(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, "20261125103000.00+0100");
        assertThat(uptake(pet(before)).decaySeconds()).isEqualTo(1800);
    }

    @Test
    void administration_before_midnight_is_of_the_day_before() {
        DataSetBuilder late = pet(tracer().string(Tag.RADIOPHARMACEUTICAL_START_TIME, "233000"))
                .string(Tag.SERIES_TIME, "003000")
                .string(Tag.ACQUISITION_TIME, "003000");
        assertThat(uptake(late).decaySeconds()).isEqualTo(3600);
    }

    @Test
    void values_corrected_to_administration_need_no_times() {
        DataSetBuilder admin = pet().string(Tag.DECAY_CORRECTION, "ADMIN").remove(Tag.SERIES_TIME);
        assertThat(factor(admin)).isEqualTo(70_000 / 350e6);
    }

    @Test
    void a_series_made_after_the_acquisition_needs_the_vendors_own_moment() {
        DataSetBuilder derived = pet().string(Tag.SERIES_TIME, "150000");
        assertThat(uptake(derived).reason()).contains("Series Time");
        derived.string(0x00090010, Vr.LO, "GEMS_PETD_01").string(0x0009100D, Vr.DT, "20261125105000.00");
        assertThat(uptake(derived).decaySeconds()).isEqualTo(3000);
    }

    @Test
    void an_enhanced_object_states_the_moment_itself() {
        DataSetBuilder enhanced =
                pet().remove(Tag.DECAY_CORRECTION).string(Tag.DECAY_CORRECTION_DATE_TIME, "20261125104500");
        assertThat(uptake(enhanced).decaySeconds()).isEqualTo(2700);
    }

    @Test
    void values_in_grams_a_millilitre_are_uptake_already() {
        assertThat(factor(pet().string(Tag.UNITS, "GML"))).isEqualTo(1);
        assertThat(uptake(pet().string(Tag.UNITS, "GML").string(Tag.SUV_TYPE, "LBM"))
                        .reason())
                .contains("LBM");
    }

    @ParameterizedTest
    @CsvSource({
        "Units, 00541001, CNTS, CNTS",
        "Units, 00541001, '', not stated",
        "Corrected Image, 00280051, ATTN, decay",
        "Corrected Image, 00280051, DECY, attenuation",
        "Decay Correction, 00541102, NONE, decay",
        "Decay Correction, 00541102, '', Decay Correction",
        "Weight, 00101030, '', Weight",
        "Weight, 00101030, 70000, Weight",
        "Acquisition Time, 00080032, '', Series Time",
    })
    void what_is_missing_is_said_and_there_is_no_factor(String name, String tag, String value, String reason) {
        Uptake uptake = uptake(pet().string(Integer.parseUnsignedInt(tag, 16), value));
        assertThat(uptake.factor()).as(name).isNull();
        assertThat(uptake.reason()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "00181074, 350, becquerel",
        "00181074, '', Dose",
        "00181075, '', Half Life",
        "00181072, '', administration",
        "00181072, 99, administration",
        "00181078, 20261125120000, after the scan",
        "00181078, 20261120100000, more than a day",
    })
    void what_is_missing_of_the_tracer_is_said_too(String tag, String value, String reason) {
        Uptake uptake = uptake(pet(tracer().string(Integer.parseUnsignedInt(tag, 16), value)));
        assertThat(uptake.factor()).isNull();
        assertThat(uptake.reason()).contains(reason);
    }

    @Test
    void several_tracers_or_none_give_no_factor() {
        DataSet one = tracer().build();
        assertThat(uptake(pet().items(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, one, one))
                        .reason())
                .contains("several");
        assertThat(uptake(pet().remove(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE))
                        .reason())
                .contains("Dose");
    }

    @Test
    void what_is_no_pet_has_no_uptake() {
        assertThat(UptakeReader.of(pet().string(Tag.MODALITY, "CT").build())).isEmpty();
    }
}
