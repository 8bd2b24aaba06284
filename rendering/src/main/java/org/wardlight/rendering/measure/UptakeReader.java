// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/**
 * How values of a PET image become uptake by body weight (PS3.3 C.8.9.1, C.8.9.2). Every fact that this needs is asked for; one that is missing or cannot be
 * is said, and there is no factor: an uptake that is wrong by the decay of an hour looks like any other.
 */
final class UptakeReader {
    /** Less than any dose that is given to people: then the unit was mistaken for megabecquerel. */
    private static final double LEAST_BQ = 1e5;

    private static final double HEAVIEST_KG = 700;
    private static final String GE_PETD = "GEMS_PETD_01";

    private final DataSet top;
    private final DataSet tracer;
    private final @Nullable Double weight;
    private final @Nullable Double dose;
    private final @Nullable Double halfLife;

    private UptakeReader(DataSet top, DataSet tracer) {
        this.top = top;
        this.tracer = tracer;
        this.weight = positive(top.decimal(Tag.PATIENT_WEIGHT));
        this.dose = positive(tracer.decimal(Tag.RADIONUCLIDE_TOTAL_DOSE));
        this.halfLife = positive(tracer.decimal(Tag.RADIONUCLIDE_HALF_LIFE));
    }

    /** Empty for what is no PET. */
    static Optional<Uptake> of(DataSet top) {
        if (!top.string(Tag.MODALITY).orElse("").equals("PT")) {
            return Optional.empty();
        }
        List<DataSet> tracers = top.items(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE);
        UptakeReader reader = new UptakeReader(top, tracers.isEmpty() ? DataSet.EMPTY : tracers.get(0));
        return Optional.of(tracers.size() > 1 ? reader.unknown("several tracers are named") : reader.read());
    }

    private Uptake read() {
        String units = top.string(Tag.UNITS).orElse("");
        if (units.equals("GML")) {
            String type = top.string(Tag.SUV_TYPE).orElse("BW");
            return type.equals("BW")
                    ? new Uptake(1.0, null, weight, dose, halfLife, null)
                    : unknown("values are uptake by " + type + " already, not by body weight");
        }
        if (!units.equals("BQML")) {
            return unknown(
                    units.isEmpty() ? "Units (0054,1001) are not stated" : "values are in " + units + ", not BQML");
        }
        String missing = missing();
        return missing == null ? corrected() : unknown(missing);
    }

    private @Nullable String missing() {
        List<String> corrections = top.strings(Tag.CORRECTED_IMAGE);
        if (!corrections.isEmpty() && !corrections.contains("ATTN")) {
            return "values are not corrected for attenuation";
        }
        if (!corrections.isEmpty() && !corrections.contains("DECY")) {
            return "values are not corrected for decay";
        }
        if (weight == null || weight > HEAVIEST_KG) {
            return "Patient's Weight (0010,1030) is not stated";
        }
        if (dose == null) {
            return "Radionuclide Total Dose (0018,1074) is not stated";
        }
        return dose < LEAST_BQ ? "Radionuclide Total Dose (0018,1074) is not in becquerel" : null;
    }

    private Uptake corrected() {
        OptionalDouble moment = Moments.of(top, Tag.DECAY_CORRECTION_DATE_TIME);
        if (moment.isPresent()) {
            return decayed(moment);
        }
        String correction = top.string(Tag.DECAY_CORRECTION).orElse("");
        switch (correction) {
            case "ADMIN":
                return known(0);
            case "START":
                return decayed(start());
            default:
                return unknown(
                        correction.isEmpty()
                                ? "Decay Correction (0054,1102) is not stated"
                                : "decay is not corrected to the start or to administration");
        }
    }

    /**
     * Series Date and Time, unless they are later than the acquisition: then the series was made afterwards, and only a vendor's own attribute says
     * when the scan began.
     */
    private OptionalDouble start() {
        OptionalDouble series = Moments.of(top, Tag.SERIES_DATE, Tag.SERIES_TIME);
        OptionalDouble acquired = Moments.of(top, Tag.ACQUISITION_DATE, Tag.ACQUISITION_TIME);
        if (series.isPresent() && acquired.isPresent() && series.getAsDouble() <= acquired.getAsDouble()) {
            return series;
        }
        OptionalInt scan = top.privateTag(GE_PETD, 0x0009, 0x0D);
        return scan.isPresent() ? Moments.of(top, scan.getAsInt()) : OptionalDouble.empty();
    }

    private Uptake decayed(OptionalDouble moment) {
        if (moment.isEmpty()) {
            return unknown(
                    "the moment of decay correction is not known: Series Time is missing or after the acquisition");
        }
        OptionalDouble given = given(moment.getAsDouble());
        if (given.isEmpty()) {
            return unknown("the time of administration (0018,1078 or 0018,1072) is not stated");
        }
        double seconds = moment.getAsDouble() - given.getAsDouble();
        if (halfLife == null) {
            return unknown("Radionuclide Half Life (0018,1075) is not stated");
        }
        return seconds >= 0 && seconds <= Moments.DAY
                ? known(seconds)
                : unknown("the time of administration is after the scan or more than a day before it");
    }

    /** A time without a date is of the day of the scan, or of the day before when it would be later than the scan. */
    private OptionalDouble given(double scan) {
        OptionalDouble whole = Moments.of(tracer, Tag.RADIOPHARMACEUTICAL_START_DATE_TIME);
        OptionalDouble time = Moments.timeOfDay(tracer, Tag.RADIOPHARMACEUTICAL_START_TIME);
        if (whole.isPresent() || time.isEmpty()) {
            return whole;
        }
        double sameDay = Math.floor(scan / Moments.DAY) * Moments.DAY + time.getAsDouble();
        return OptionalDouble.of(sameDay <= scan ? sameDay : sameDay - Moments.DAY);
    }

    private Uptake known(double seconds) {
        if (weight == null || dose == null) {
            throw new IllegalStateException("weight and dose were looked at");
        }
        double left = halfLife == null ? dose : dose * Math.pow(2, -seconds / halfLife);
        return new Uptake(weight * 1000 / left, null, weight, dose, halfLife, seconds);
    }

    private Uptake unknown(String reason) {
        return new Uptake(null, reason, weight, dose, halfLife, null);
    }

    private static @Nullable Double positive(OptionalDouble value) {
        return value.isPresent() && value.getAsDouble() > 0 ? value.getAsDouble() : null;
    }
}
