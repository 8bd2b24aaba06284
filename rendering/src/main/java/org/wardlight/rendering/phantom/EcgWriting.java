// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;

/** Waveform objects (PS3.3 C.10.9) of 16-bit samples, and a heart beat by formula. */
public final class EcgWriting {
    public static final List<String> LEADS =
            List.of("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6");
    /** Microvolts a step. */
    public static final double SENSITIVITY = 2.5;

    private static final double[] HEIGHTS = {.6, 1, .4, -.8, .15, .7, -.6, -.3, .4, 1.1, 1.2, .9};
    private static final double BEAT_SECONDS = .8;

    private EcgWriting() {}

    /** The stored value of a sample, counting from 0. */
    @FunctionalInterface
    public interface Stored {
        int at(int channel, int sample);
    }

    /** A multiplex group whose channels are leads in microvolts. */
    public static DataSetBuilder group(List<String> leads, double rate, int samples, Stored stored) {
        List<DataSet> channels = new ArrayList<>();
        for (String lead : leads) {
            channels.add(DataSet.builder()
                    .string(0x003A0203, Vr.SH, lead)
                    .decimal(0x003A0210, SENSITIVITY)
                    .items(0x003A0211, Codes.of("uV", "UCUM", "microvolt"))
                    .decimal(0x003A0212, 1)
                    .decimal(0x003A0213, 0)
                    .integer(0x003A021A, 16)
                    .build());
        }
        ByteBuffer data = ByteBuffer.allocate(samples * leads.size() * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int sample = 0; sample < samples; sample++) {
            for (int channel = 0; channel < leads.size(); channel++) {
                data.putShort((short) stored.at(channel, sample));
            }
        }
        return DataSet.builder()
                .string(0x003A0004, Vr.CS, "ORIGINAL")
                .integer(0x003A0005, leads.size())
                .integer(0x003A0010, samples)
                .decimal(0x003A001A, rate)
                .string(0x003A0020, Vr.SH, "RHYTHM")
                .items(0x003A0200, channels)
                .integer(0x54001004, 16)
                .string(0x54001006, Vr.CS, "SS")
                .bytes(0x54001010, Vr.OW, data.array());
    }

    /** A waveform object around its groups. */
    public static DataSetBuilder object(DataSetBuilder header, DataSet... groups) {
        return header.string(Tag.ACQUISITION_DATE_TIME, "20261124160512").items(Tag.WAVEFORM_SEQUENCE, groups);
    }

    /** A resting 12-lead ECG at 75 beats a minute: five bell curves a beat, one factor a lead. Not a patient's. */
    public static DataSet resting(int samplesASecond, int seconds) {
        return group(LEADS, samplesASecond, samplesASecond * seconds, (lead, sample) -> (int) Math.round(
                        1000 * HEIGHTS[lead] * beat(sample / (double) samplesASecond % BEAT_SECONDS) / SENSITIVITY))
                .build();
    }

    /** Millivolts of lead II within one beat. */
    private static double beat(double second) {
        return bell(second, .16, .12, .025)
                + bell(second, .265, -.1, .008)
                + bell(second, .29, 1.1, .011)
                + bell(second, .318, -.22, .01)
                + bell(second, .54, .28, .045);
    }

    private static double bell(double at, double middle, double height, double width) {
        double distance = (at - middle) / width;
        return height * Math.exp(-distance * distance / 2);
    }
}
