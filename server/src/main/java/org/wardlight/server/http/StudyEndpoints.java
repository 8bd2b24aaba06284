// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.catalog.Arrival;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.Change;
import org.wardlight.sync.catalog.Pin;
import org.wardlight.sync.catalog.StudyQuery;
import org.wardlight.sync.list.Inside;
import org.wardlight.sync.list.ListContents;
import org.wardlight.sync.list.Lists;
import org.wardlight.sync.study.StudyDescriptor;
import org.wardlight.sync.study.StudyDescriptors;

/** What there is, what one study consists of, and what changed. */
final class StudyEndpoints {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final int CHANGES = 1000;

    private final Catalog catalog;
    private final StudyDescriptors descriptors;
    private final Lists lists;
    private final ListContents contents;

    StudyEndpoints(Catalog catalog, StudyDescriptors descriptors, Lists lists) {
        this.catalog = catalog;
        this.descriptors = descriptors;
        this.lists = lists;
        this.contents = new ListContents(catalog);
    }

    void search(Context context) {
        DateRange date = DateRange.parse(Parameters.text(context, "date", ""));
        List<String> modalities = new ArrayList<>();
        for (String value : context.queryParams("modality")) {
            for (String modality : value.split(",", -1)) {
                if (!modality.isBlank()) {
                    modalities.add(modality.strip().toUpperCase(Locale.ROOT));
                }
            }
        }
        int limit = Parameters.count(context, "limit", PAGE, LARGEST_PAGE);
        StudyQuery query = Parameters.of(
                Parameters.text(context, "q", ""),
                text -> new StudyQuery(
                        text, modalities, date.from(), date.to(), limit, blankAsNull(context.queryParam("cursor"))));
        var page = catalog.search(query.within(within(context)));
        Map<String, Pin> pins = new HashMap<>();
        catalog.pins().forEach(pin -> pins.put(pin.study(), pin));
        Map<String, Arrival> arrivals = new HashMap<>();
        catalog.arrivals(page.items().stream()
                        .map(summary -> summary.study().study())
                        .toList())
                .forEach(arrival -> arrivals.put(arrival.study(), arrival));
        List<StudyList.Line> lines = page.items().stream()
                .map(summary -> {
                    String study = summary.study().study();
                    return StudyList.line(summary, Optional.ofNullable(pins.get(study)), arrivals.get(study));
                })
                .toList();
        Answers.revalidated(context, new StudyList(lines, page.next()));
    }

    /** What is asked again and again while a study arrives: a few bytes, none when nothing came. */
    void arrival(Context context) {
        Arrival arrival = catalog.arrivals(List.of(context.pathParam("study"))).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(ProblemKind.STUDY_NOT_FOUND));
        Answers.revalidated(context, StudyDescriptor.Arriving.of(arrival));
    }

    /** What of a list is asked for, and what the caller may see; null for everything. */
    private @Nullable Set<String> within(Context context) {
        Optional<Set<String>> inside = Within.studies(context);
        @Nullable String list = blankAsNull(context.queryParam("list"));
        if (list == null) {
            return inside.orElse(null);
        }
        Set<String> listed = contents.studies(List.of(ListEndpoints.visible(lists, context, list)));
        inside.ifPresent(listed::retainAll);
        return listed;
    }

    void descriptor(Context context) {
        Answers.revalidated(
                context,
                descriptors
                        .of(context.pathParam("study"))
                        .orElseThrow(() -> Absent.study(catalog, context.pathParam("study"))));
    }

    void changes(Context context) {
        long since = Parameters.of(Parameters.text(context, "since", "0"), Long::parseUnsignedLong);
        List<Change> changes = catalog.changes(since, Parameters.count(context, "limit", CHANGES, CHANGES));
        Optional<Inside> inside = Within.of(context);
        long next = changes.isEmpty() ? since : changes.get(changes.size() - 1).cursor();
        Answers.json(
                context,
                new ChangeList(
                        changes.stream()
                                .filter(change ->
                                        inside.isEmpty() || inside.get().tells(change))
                                .map(ChangeList::line)
                                .toList(),
                        next));
    }

    private static @Nullable String blankAsNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    /** The answer to changes, as {@code contract/changes.json} has it. */
    record ChangeList(List<Line> changes, long next) {
        record Line(
                long cursor,
                String at,
                String op,
                String study,
                @Nullable String series,
                @Nullable String instance) {}

        static Line line(Change change) {
            return new Line(
                    change.cursor(),
                    change.at().toString(),
                    change.op().name().toLowerCase(Locale.ROOT),
                    change.study(),
                    change.series(),
                    change.instance());
        }
    }
}
