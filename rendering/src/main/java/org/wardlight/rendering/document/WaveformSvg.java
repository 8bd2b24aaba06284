// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One group drawn to scale: 25 mm a second and, for voltages, 10 mm a millivolt, in true millimetres. Lines of ten seconds, the
 * channels below each other. A channel of another unit gets a scale of its own, which its label states.
 */
final class WaveformSvg {
    static final double MM_A_SECOND = 25;
    static final double MM_A_MILLIVOLT = 10;
    /** Seconds on one line, as on paper. */
    static final double LINE_SECONDS = 10;

    private static final double LEFT = 25;
    private static final double TOP = 10;
    private static final double RIGHT = 5;
    private static final double BAND = 5;

    private WaveformSvg() {}

    /** From a second to a second of the recording. */
    record Span(double from, double to) {}

    static String of(WaveformGroup group, int number, Span span) throws IOException {
        double to = Math.min(span.to(), group.seconds());
        StringBuilder drawn = new StringBuilder();
        double y = TOP;
        double longest = 0;
        for (double second = span.from(); second < to - 1e-9; second += LINE_SECONDS) {
            WaveformLine line = WaveformLine.read(group, second, Math.min(to, second + LINE_SECONDS));
            longest = Math.max(longest, line.seconds());
            drawn.append(time(second, y));
            for (int channel = 0; channel < group.channels().size(); channel++) {
                WaveformLine.Trace trace = line.trace(channel);
                y += trace.aboveMm() + BAND / 2;
                drawn.append(trace(group.channels().get(channel), trace, y));
                y += trace.belowMm() + BAND / 2;
            }
            y += BAND;
        }
        double width = LEFT + Math.max(longest, 1) * MM_A_SECOND + RIGHT;
        return frame(group, number, width, Math.ceil(y / 5) * 5 + 5, drawn);
    }

    private static String frame(WaveformGroup group, int number, double width, double height, CharSequence drawn) {
        String size = mm(width) + "\" height=\"" + mm(height);
        String grid = "grid" + number;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"" + Html.escape(group.label())
                + "\" width=\"" + mm(width) + "mm\" height=\"" + mm(height) + "mm\" viewBox=\"0 0 " + mm(width) + " "
                + mm(height) + "\" font-family=\"sans-serif\" font-size=\"3\">"
                + "<defs><pattern id=\"" + grid + "\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">"
                + "<path d=\"M1 0V5M2 0V5M3 0V5M4 0V5M0 1H5M0 2H5M0 3H5M0 4H5\" stroke=\"#f5cfcf\" stroke-width=\".1\"/>"
                + "<path d=\"M0 0V5M0 0H5\" stroke=\"#e39a9a\" stroke-width=\".25\"/></pattern></defs>"
                + "<rect width=\"" + size + "\" fill=\"#fffaf8\"/><rect width=\"" + size + "\" fill=\"url(#" + grid
                + ")\"/><text x=\"" + mm(LEFT) + "\" y=\"5\" fill=\"#333\">25 mm/s"
                + (group.isVoltage() ? ", 10 mm/mV" : "")
                + "</text><g fill=\"none\" stroke=\"#111\" stroke-width=\".25\" "
                + "stroke-linejoin=\"round\">" + drawn + "</g></svg>";
    }

    private static String time(double second, double y) {
        long whole = Math.round(second);
        String text = "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60);
        return "<text x=\"1\" y=\"" + mm(y) + "\" fill=\"#333\" stroke=\"none\">" + text + "</text>";
    }

    private static String trace(WaveformChannel channel, WaveformLine.Trace trace, double baseline) {
        StringBuilder out = new StringBuilder();
        out.append("<text x=\"1\" y=\"")
                .append(mm(baseline))
                .append("\" fill=\"#111\" stroke=\"none\">")
                .append(Html.escape(channel.label()))
                .append("</text>");
        boolean onZero = channel.isVoltage() && trace.zero() == 0;
        if (!onZero) {
            out.append("<text x=\"1\" y=\"")
                    .append(mm(baseline + 3.5))
                    .append("\" fill=\"#333\" stroke=\"none\" font-size=\"2.4\">")
                    .append(Html.escape(trace.scaleWords(channel)))
                    .append("</text>");
        }
        if (channel.isVoltage()) {
            // The calibration pulse: 1 mV for 0.2 s.
            out.append("<path d=\"M")
                    .append(mm(LEFT - 8))
                    .append(' ')
                    .append(mm(baseline))
                    .append("h1v-10h5v10h1\"/>");
        }
        for (List<double[]> run : trace.runs()) {
            out.append("<polyline points=\"");
            for (double[] point : run) {
                out.append(mm(LEFT + point[0]))
                        .append(',')
                        .append(mm(baseline - point[1]))
                        .append(' ');
            }
            out.setLength(out.length() - 1);
            out.append("\"/>");
        }
        return out.toString();
    }

    /** Micrometres at most; String.format would take most of the time of a page. */
    static String mm(double value) {
        long micrometres = Math.round(value * 1000);
        StringBuilder out = new StringBuilder();
        if (micrometres < 0) {
            out.append('-');
        }
        long size = Math.abs(micrometres);
        out.append(size / 1000);
        if (size % 1000 != 0) {
            String fraction = Long.toString(1000 + size % 1000).substring(1);
            out.append('.').append(fraction.replaceFirst("0+$", ""));
        }
        return out.toString();
    }

    static List<List<double[]>> noRuns() {
        return new ArrayList<>();
    }
}
