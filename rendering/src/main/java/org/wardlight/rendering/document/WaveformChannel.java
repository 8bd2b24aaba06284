// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import java.util.Map;
import org.wardlight.rendering.dicom.DataSet;

/**
 * One channel of a waveform (PS3.3 C.10.9.1.4): what its samples mean.
 *
 * @param scale units a step: Channel Sensitivity times its Correction Factor; 1 without units
 * @param baseline in units
 * @param unit as people write it, mV for every voltage; empty when the channel is not calibrated
 * @param filter its filters in words; may be empty
 */
record WaveformChannel(String label, double scale, double baseline, String unit, String filter) {
    private static final Map<String, Double> MILLIVOLTS = Map.of("nV", 1e-6, "uV", 1e-3, "mV", 1.0, "V", 1e3);

    static WaveformChannel of(DataSet definition, int number) {
        String label = definition
                .string(Attribute.CHANNEL_LABEL)
                .or(() -> Concept.of(definition, Attribute.CHANNEL_SOURCE_SEQUENCE)
                        .map(WaveformChannel::lead))
                .orElse("Channel " + number);
        double sensitivity = definition.decimal(Attribute.CHANNEL_SENSITIVITY).orElse(Double.NaN);
        double correction =
                definition.decimal(Attribute.CHANNEL_CORRECTION_FACTOR).orElse(1);
        double baseline = definition.decimal(Attribute.CHANNEL_BASELINE).orElse(0);
        String code = definition
                .item(Attribute.CHANNEL_SENSITIVITY_UNITS_SEQUENCE)
                .flatMap(Concept::code)
                .orElse("");
        if (!Double.isFinite(sensitivity) || sensitivity == 0) {
            return new WaveformChannel(label, 1, 0, "", filter(definition));
        }
        double factor = MILLIVOLTS.getOrDefault(code, 1.0);
        String unit = MILLIVOLTS.containsKey(code)
                ? "mV"
                : Concept.units(definition, Attribute.CHANNEL_SENSITIVITY_UNITS_SEQUENCE);
        return new WaveformChannel(
                label, sensitivity * correction * factor, baseline * factor, unit, filter(definition));
    }

    boolean isVoltage() {
        return unit.equals("mV");
    }

    boolean isCalibrated() {
        return !unit.isEmpty();
    }

    /** In units: what a sample of the file stands for. */
    double value(int sample) {
        return sample * scale + baseline;
    }

    private static String lead(String meaning) {
        return meaning.replaceFirst("(?i)^lead ", "").replaceFirst("(?i) \\(?einthoven\\)?$", "");
    }

    private static String filter(DataSet definition) {
        String low = definition
                .string(Attribute.FILTER_LOW_FREQUENCY)
                .map(hertz -> "from " + hertz + " Hz ")
                .orElse("");
        String high = definition
                .string(Attribute.FILTER_HIGH_FREQUENCY)
                .map(hertz -> "to " + hertz + " Hz ")
                .orElse("");
        String notch = definition
                .string(Attribute.NOTCH_FILTER_FREQUENCY)
                .filter(hertz -> !hertz.matches("0*\\.?0*"))
                .map(hertz -> "without " + hertz + " Hz")
                .orElse("");
        return (low + high + notch).strip();
    }
}
