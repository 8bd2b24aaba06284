// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wardlight.rendering.RenderingException.LimitExceeded;

/** The samples of one line of paper, in millimetres: to the right of its left end, and up from each channel's zero. */
final class WaveformLine {
    /** Columns to a millimetre that can be told apart, in print too; denser samples become the least and the most of each column. */
    private static final int COLUMNS_A_MM = 20;

    private static final long MOST_VALUES = 8 << 20;
    private static final double FAR_MILLIVOLTS = 3;
    private static final double LEAST = 10;
    private static final double MOST = 60;
    private static final double[] STEPS = {1, 2, 5};

    private final WaveformGroup group;
    private final long first;
    private final int[] block;
    private final int count;

    private WaveformLine(WaveformGroup group, long first, int[] block, int count) {
        this.group = group;
        this.first = first;
        this.block = block;
        this.count = count;
    }

    static WaveformLine read(WaveformGroup group, double from, double to) throws IOException {
        long first = Math.round(from * group.rate());
        long last = Math.min(group.samples(), Math.round(to * group.rate()));
        int channels = group.channels().size();
        long values = Math.max(0, last - first) * channels;
        if (values > MOST_VALUES) {
            throw new LimitExceeded("a line of the waveform has " + values + " samples, the limit is " + MOST_VALUES);
        }
        int count = (int) (values / channels);
        int[] block = count == 0 ? new int[0] : group.data().read(first * channels, (int) values);
        return new WaveformLine(group, first, block, count);
    }

    double seconds() {
        return count / group.rate();
    }

    /** One channel; runs are parted where samples are missing. */
    Trace trace(int channel) {
        WaveformChannel meaning = group.channels().get(channel);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            int sample = group.sample(block, i, channel);
            if (!isPadding(sample)) {
                least = Math.min(least, meaning.value(sample));
                most = Math.max(most, meaning.value(sample));
            }
        }
        boolean isEmpty = least > most;
        double low = isEmpty ? 0 : least;
        double high = isEmpty ? 0 : most;
        // Voltages stand on their zero, unless they lie far from it; others on the middle of what they reach.
        double middle = (low + high) / 2;
        double zero = meaning.isVoltage() && Math.abs(middle) < FAR_MILLIVOLTS ? 0 : middle;
        double mmAUnit = meaning.isVoltage() ? WaveformSvg.MM_A_MILLIVOLT : fitting(high - low);
        return new Trace(
                runs(channel, meaning, zero, mmAUnit),
                bounded((high - zero) * mmAUnit),
                bounded((zero - low) * mmAUnit),
                mmAUnit,
                zero);
    }

    private List<List<double[]>> runs(int channel, WaveformChannel meaning, double zero, double mmAUnit) {
        double mmASample = WaveformSvg.MM_A_SECOND / group.rate();
        int dense = (int) Math.max(1, Math.floor(1 / (COLUMNS_A_MM * mmASample)));
        List<List<double[]>> runs = WaveformSvg.noRuns();
        List<double[]> run = new ArrayList<>();
        for (int i = 0; i < count; i += dense) {
            int end = Math.min(count, i + dense);
            int least = -1;
            int most = -1;
            for (int k = i; k < end; k++) {
                int sample = group.sample(block, k, channel);
                if (!isPadding(sample)) {
                    least = least < 0 || sample < group.sample(block, least, channel) ? k : least;
                    most = most < 0 || sample > group.sample(block, most, channel) ? k : most;
                }
            }
            if (least < 0) {
                run = closed(runs, run);
            } else {
                run.add(point(channel, meaning, Math.min(least, most), zero, mmAUnit, mmASample));
                if (least != most) {
                    run.add(point(channel, meaning, Math.max(least, most), zero, mmAUnit, mmASample));
                }
            }
        }
        closed(runs, run);
        return runs;
    }

    private double[] point(
            int channel, WaveformChannel meaning, int index, double zero, double mmAUnit, double mmASample) {
        double value = meaning.value(group.sample(block, index, channel));
        return new double[] {index * mmASample, (value - zero) * mmAUnit};
    }

    private static List<double[]> closed(List<List<double[]>> runs, List<double[]> run) {
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return new ArrayList<>();
    }

    private boolean isPadding(int sample) {
        return group.padding().isPresent() && group.padding().getAsInt() == sample;
    }

    /** Room for a trace; one that goes further lies over its neighbours, as on paper. */
    private static double bounded(double mm) {
        return Math.max(LEAST, Math.min(MOST, Math.ceil(mm / 5) * 5));
    }

    /** A round number of millimetres a unit at which a trace is at most 40 mm high. */
    private static double fitting(double range) {
        if (!(range > 0)) {
            return 1;
        }
        double ideal = 40 / range;
        double power = Math.pow(10, Math.floor(Math.log10(ideal)));
        double chosen = power;
        for (double step : STEPS) {
            chosen = step * power <= ideal ? step * power : chosen;
        }
        return chosen;
    }

    /** Sample number of the first on this line. */
    long first() {
        return first;
    }

    /**
     * @param runs points in millimetres
     * @param mmAUnit scale of the channel's unit
     * @param zero the value that the trace's own line stands for
     */
    record Trace(List<List<double[]>> runs, double aboveMm, double belowMm, double mmAUnit, double zero) {
        String scaleWords(WaveformChannel channel) {
            String unit = channel.isCalibrated() ? channel.unit() : "step";
            String scale = WaveformSvg.mm(mmAUnit).equals("0") ? "%.2g".formatted(mmAUnit) : WaveformSvg.mm(mmAUnit);
            return scale + " mm/" + unit + (channel.isCalibrated() ? "" : ", not calibrated") + ", line at "
                    + WaveformSvg.mm(zero) + (channel.isCalibrated() ? " " + channel.unit() : "");
        }
    }
}
