// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Tag;

/**
 * One multiplex group (PS3.3 C.10.9.1): channels sampled together.
 *
 * @param rate samples a second
 * @param samples a channel, as many as are there
 * @param padding the stored value that says "no sample"; empty when none does
 */
record WaveformGroup(
        String label, double rate, long samples, List<WaveformChannel> channels, Samples data, OptionalInt padding) {
    private static final String AUDIO = "1.2.840.10008.5.1.4.1.1.9.4.";
    private static final int MOST_CHANNELS = 512;

    /** All groups of an object; empty when it has none. */
    static List<WaveformGroup> of(DataSet data) {
        List<WaveformGroup> groups = new ArrayList<>();
        for (DataSet item : data.items(Tag.WAVEFORM_SEQUENCE)) {
            groups.add(group(item, groups.size() + 1));
        }
        return groups;
    }

    /** Sound is not drawn. */
    static boolean isAudio(DicomObject object) {
        return object.sopClassUid().orElse("").startsWith(AUDIO);
    }

    double seconds() {
        return samples / rate;
    }

    boolean isVoltage() {
        return channels.stream().anyMatch(WaveformChannel::isVoltage);
    }

    private static WaveformGroup group(DataSet item, int number) {
        String where = "waveform group " + number + " (5400,0100)";
        int count = item.integer(Attribute.CHANNEL_COUNT).orElse(0);
        double rate = item.decimal(Attribute.SAMPLING_FREQUENCY).orElse(0);
        if (count < 1 || count > MOST_CHANNELS) {
            throw new MalformedDicom(
                    where + " states " + count + " channels (003A,0005): expected 1 to " + MOST_CHANNELS);
        }
        if (!(rate > 0)) {
            throw new MalformedDicom(where + " states no Sampling Frequency (003A,001A) above 0");
        }
        Samples samples = Samples.of(item, where);
        long there = samples.count() / count;
        long stated = item.longInteger(Attribute.SAMPLE_COUNT).orElse(there);
        List<DataSet> definitions = item.items(Attribute.CHANNEL_DEFINITION_SEQUENCE);
        List<WaveformChannel> channels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            channels.add(WaveformChannel.of(i < definitions.size() ? definitions.get(i) : DataSet.EMPTY, i + 1));
        }
        return new WaveformGroup(
                item.string(Attribute.MULTIPLEX_GROUP_LABEL).orElse("Group " + number),
                rate,
                Math.min(there, stated),
                channels,
                samples,
                samples.padding(item));
    }

    /**
     * Samples of one channel.
     *
     * @param block as {@link Samples#read} gave it, from a sample of all channels on
     */
    int sample(int[] block, int index, int channel) {
        return block[index * channels.size() + channel];
    }
}
