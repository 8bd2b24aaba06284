// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.catalog.StudySummary;
import org.wardlight.sync.list.ListContents;
import org.wardlight.sync.list.ListEntry;
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
     */
    record Head(String name, String changedAt, int entries, int unknown, int studies) {
        static Head of(WardList list, List<ListContents.Line> lines) {
            int unknown = (int)
                    lines.stream().filter(line -> line.studies().isEmpty()).count();
            int studies = (int) lines.stream()
                    .flatMap(line -> line.studies().stream())
                    .map(study -> study.study().study())
                    .distinct()
                    .count();
            return new Head(list.name(), list.changedAt().toString(), lines.size(), unknown, studies);
        }
    }

    record One(String name, String changedAt, List<Line> lines, List<ListText.Doubt> doubts) {
        static One of(WardList list, List<ListContents.Line> lines, List<ListText.Doubt> doubts) {
            return new One(
                    list.name(),
                    list.changedAt().toString(),
                    lines.stream().map(Line::of).toList(),
                    doubts);
        }
    }

    /**
     * What one line stands for.
     *
     * @param text as it is read again
     * @param patient name of the newest study's patient; null when nothing is here
     * @param ambiguous whether the number is that of several people here
     * @param uids Study Instance UIDs, newest first
     */
    record Line(String text, String kind, @Nullable String patient, int studies, boolean ambiguous, List<String> uids) {
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
                    line.studies().stream().map(study -> study.study().study()).toList());
        }
    }
}
