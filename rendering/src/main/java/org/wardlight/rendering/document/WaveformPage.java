// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.wardlight.rendering.dicom.DataSet;

/** A waveform object as a page: its groups to scale, what its channels are, and the measurements that came with it. */
final class WaveformPage {
    private static final int MOST_CHANNEL_SECONDS = 240;
    private static final int LONGEST_PAGE = 60;
    private static final int MOST_ANNOTATIONS = 2000;

    private WaveformPage() {}

    /** Pages of all groups together: a page is a stretch of time, the same in each. */
    static int pages(List<WaveformGroup> groups) {
        double longest =
                groups.stream().mapToDouble(WaveformGroup::seconds).max().orElse(0);
        return (int) Math.max(1, Math.min(100_000, Math.ceil(longest / seconds(groups) - 1e-9)));
    }

    static WaveformSvg.Span span(List<WaveformGroup> groups, int page) {
        double seconds = seconds(groups);
        return new WaveformSvg.Span((page - 1) * seconds, page * seconds);
    }

    private static double seconds(List<WaveformGroup> groups) {
        int channels =
                groups.stream().mapToInt(group -> group.channels().size()).max().orElse(1);
        int lines = Math.min(LONGEST_PAGE, MOST_CHANNEL_SECONDS / channels) / (int) WaveformSvg.LINE_SECONDS;
        return Math.max(1, lines) * WaveformSvg.LINE_SECONDS;
    }

    static String of(DataSet data, DocumentFacts facts, int page) throws IOException {
        List<WaveformGroup> groups = WaveformGroup.of(data);
        WaveformSvg.Span span = span(groups, page);
        Html body = new Html();
        body.raw("<p class=\"soft\">")
                .text("Drawn at 25 mm/s and 10 mm/mV. The grid is of 1 and 5 mm: true when printed at 100 %;"
                        + " on a screen measure against the grid, not with a ruler."
                        + (facts.pages() > 1 ? " Page " + page + " of " + facts.pages() + "." : ""))
                .raw("</p>");
        for (int i = 0; i < groups.size(); i++) {
            WaveformGroup group = groups.get(i);
            if (span.from() < group.seconds()) {
                body.element("h2", group.label()).element("p", facts(group));
                body.raw("<div class=\"scroll\">")
                        .raw(WaveformSvg.of(group, i + 1, span))
                        .raw("</div>");
            }
        }
        annotations(body, data.items(Attribute.WAVEFORM_ANNOTATION_SEQUENCE), groups);
        return Page.of(data, facts.title(), true, body);
    }

    private static String facts(WaveformGroup group) {
        String filters = group.channels().stream()
                .map(WaveformChannel::filter)
                .filter(filter -> !filter.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return group.channels().size() + " channels, " + WaveformSvg.mm(group.rate()) + " samples a second, "
                + WaveformSvg.mm(group.seconds()) + " s" + (filters.isEmpty() ? "" : "; filtered " + filters);
    }

    /** Measurements and remarks (PS3.3 C.10.10). */
    private static void annotations(Html body, List<DataSet> annotations, List<WaveformGroup> groups) {
        if (annotations.isEmpty()) {
            return;
        }
        body.element("h2", "Measurements and remarks")
                .raw("<div class=\"scroll\"><table><thead><tr><th scope=\"col\">What</th><th scope=\"col\">Value</th>"
                        + "<th scope=\"col\">Channel</th><th scope=\"col\">Where</th></tr></thead><tbody>");
        for (DataSet one : annotations.subList(0, Math.min(annotations.size(), MOST_ANNOTATIONS))) {
            body.raw("<tr>")
                    .element("td", Concept.nameOf(one).orElse("Remark"))
                    .element("td", value(one))
                    .element("td", channel(one, groups))
                    .element("td", where(one))
                    .raw("</tr>");
        }
        body.raw("</tbody></table></div>");
        if (annotations.size() > MOST_ANNOTATIONS) {
            body.raw("<p class=\"warn\">")
                    .text((annotations.size() - MOST_ANNOTATIONS) + " more are not shown here.")
                    .raw("</p>");
        }
    }

    private static String value(DataSet one) {
        String units = Concept.units(one, Attribute.MEASUREMENT_UNITS_CODE_SEQUENCE);
        return one.string(Attribute.UNFORMATTED_TEXT_VALUE)
                .or(() -> one.string(Attribute.NUMERIC_VALUE).map(number -> (number + " " + units).strip()))
                .or(() -> Concept.of(one, Attribute.CONCEPT_CODE_SEQUENCE))
                .orElse("");
    }

    /** Pairs of group and channel, both from 1; channel 0 is the whole group. */
    private static String channel(DataSet one, List<WaveformGroup> groups) {
        int[] pairs = one.integers(Attribute.REFERENCED_WAVEFORM_CHANNELS);
        if (pairs.length < 2 || pairs[0] < 1 || pairs[0] > groups.size()) {
            return "";
        }
        WaveformGroup group = groups.get(pairs[0] - 1);
        return pairs[1] >= 1 && pairs[1] <= group.channels().size()
                ? group.channels().get(pairs[1] - 1).label()
                : group.label();
    }

    private static String where(DataSet one) {
        List<String> samples = one.strings(Attribute.REFERENCED_SAMPLE_POSITIONS);
        List<String> offsets = one.strings(Attribute.REFERENCED_TIME_OFFSETS);
        return samples.isEmpty()
                ? offsets.isEmpty() ? "" : String.join(", ", offsets) + " ms"
                : "sample " + String.join(", ", samples);
    }
}
