// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.catalog.StudySummary;
import org.wardlight.sync.list.Departure;
import org.wardlight.sync.list.ListContents;
import org.wardlight.sync.list.ListEntry;
import org.wardlight.sync.list.ListRule;
import org.wardlight.sync.list.ListText;
import org.wardlight.sync.list.WardList;

/** Lists on the wire, as {@code contract/lists.json} and {@code contract/list.json} have them. */
final class ListJson {
    private ListJson() {}

    record All(List<Head> lists) {}

    /**
     * A list without its lines.
     *
     * @param entries how many patients and studies it names
     * @param unknown of how many of them nothing is here
     * @param studies how many studies they stand for
     * @param rule what fills it besides, in words; null: nothing does
     */
    record Head(
            String name,
            String changedAt,
            int entries,
            int unknown,
            int studies,
            @Nullable String rule) {
        static Head of(WardList list, List<ListContents.Line> lines) {
            int unknown = (int)
                    lines.stream().filter(line -> line.studies().isEmpty()).count();
            int studies = (int) lines.stream()
                    .flatMap(line -> line.studies().stream())
                    .map(study -> study.study().study())
                    .distinct()
                    .count();
            ListRule rule = list.rule();
            return new Head(
                    list.name(),
                    list.changedAt().toString(),
                    lines.size(),
                    unknown,
                    studies,
                    rule == null ? null : rule.text());
        }
    }

    /**
     * A list with its lines.
     *
     * @param left what left it by a deletion or correction of its study, newest first
     */
    record One(
            String name,
            String changedAt,
            @Nullable ListRule rule,
            List<Line> lines,
            List<Left> left,
            List<ListText.Doubt> doubts) {
        static One of(
                WardList list, List<ListContents.Line> lines, List<Departure> departures, List<ListText.Doubt> doubts) {
            return new One(
                    list.name(),
                    list.changedAt().toString(),
                    list.rule(),
                    lines.stream().map(Line::of).toList(),
                    departures.stream().map(Left::of).toList(),
                    doubts);
        }
    }

    /** What left, with whom it was under until then. */
    record Left(String study, String patient, String why, String by, String at) {
        static Left of(Departure departure) {
            return new Left(
                    departure.study(),
                    departure.patient(),
                    departure.why().name().toLowerCase(Locale.ROOT),
                    departure.by(),
                    departure.at().toString());
        }
    }

    /**
     * What one line stands for.
     *
     * @param text as it is read again
     * @param patient name of the newest study's patient; null when nothing is here
     * @param ambiguous whether the number is that of several people here
     * @param byRule whether the list's rule found it, nobody wrote it
     * @param uids Study Instance UIDs, newest first
     */
    record Line(
            String text,
            String kind,
            @Nullable String patient,
            int studies,
            boolean ambiguous,
            boolean byRule,
            List<String> uids) {
        static Line of(ListContents.Line line) {
            ListEntry entry = line.entry();
            @Nullable
            String patient = line.studies().stream()
                    .map(StudySummary::patient)
                    .findFirst()
                    .map(who -> who.name().display())
                    .orElse(null);
            return new Line(
                    entry.text(),
                    entry.kind().name().toLowerCase(Locale.ROOT),
                    patient,
                    line.studies().size(),
                    line.isAmbiguous(),
                    line.isByRule(),
                    line.studies().stream().map(study -> study.study().study()).toList());
        }
    }
}
