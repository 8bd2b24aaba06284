// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.StudySummary;

/** What is on a list at this moment. */
public final class ListContents {
    /** Most studies that a rule finds; the newest of more. */
    public static final int MOST_BY_RULE = 2000;

    private final Catalog catalog;
    private final Clock clock;

    public ListContents(Catalog catalog) {
        this(catalog, Clock.systemDefaultZone());
    }

    /** With a clock whose day counts for rules. */
    public ListContents(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * A line of a list and what it means here.
     *
     * @param studies newest first; none when nothing of that has come yet
     * @param isByRule whether the list's rule found it, nobody wrote it; it stands for these studies of the patient alone
     */
    public record Line(ListEntry entry, List<StudySummary> studies, boolean isByRule) {
        public Line(ListEntry entry, List<StudySummary> studies) {
            this(entry, studies, false);
        }

        /** Whether the number stands for more than one person here, so that the issuer should be given. */
        public boolean isAmbiguous() {
            return studies.stream()
                    .anyMatch(
                            study -> !study.patient().agreesWith(studies.get(0).patient()));
        }
    }

    /** The lines that people wrote, then those of patients whom the rule found. */
    public List<Line> of(WardList list) {
        List<Line> lines = new ArrayList<>(list.entries().stream()
                .map(entry -> new Line(entry, studies(entry)))
                .toList());
        Set<String> written = lines.stream()
                .flatMap(line -> line.studies().stream())
                .map(study -> study.study().study())
                .collect(Collectors.toSet());
        Map<ListEntry, List<StudySummary>> found = new LinkedHashMap<>();
        byRule(list).stream()
                .filter(study -> !written.contains(study.study().study()))
                .forEach(study -> found.computeIfAbsent(patient(study), key -> new ArrayList<>())
                        .add(study));
        found.forEach((entry, studies) -> lines.add(new Line(entry, List.copyOf(studies), true)));
        return List.copyOf(lines);
    }

    /** Of nobody known: the study itself. */
    private static ListEntry patient(StudySummary study) {
        String id = study.patient().id();
        return id.isEmpty()
                ? ListEntry.study(study.study().study())
                : new ListEntry(ListEntry.Kind.PATIENT, id, study.patient().issuer());
    }

    /** The Study Instance UIDs of what is on any of the lists. */
    public Set<String> studies(Collection<WardList> lists) {
        Set<String> uids = new LinkedHashSet<>();
        for (WardList list : lists) {
            for (ListEntry entry : list.entries()) {
                studies(entry).forEach(study -> uids.add(study.study().study()));
            }
            byRule(list).forEach(study -> uids.add(study.study().study()));
        }
        return uids;
    }

    /** What is on any of the lists, for somebody who may see nothing else. */
    public Inside inside(Collection<WardList> lists, Collection<Departure> departures) {
        Set<String> uids = studies(lists);
        lists.stream()
                .flatMap(list -> list.entries().stream())
                .filter(entry -> entry.kind() == ListEntry.Kind.STUDY)
                .forEach(entry -> uids.add(entry.value()));
        Set<String> left = departures.stream().map(Departure::study).collect(Collectors.toSet());
        return new Inside(List.copyOf(lists), uids, left);
    }

    private List<StudySummary> byRule(WardList list) {
        ListRule rule = list.rule();
        if (rule == null) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        return catalog.ofOrigin(rule.on(today, MOST_BY_RULE)).stream()
                .filter(study -> rule.holds(study, today))
                .toList();
    }

    /** Newest first. */
    List<StudySummary> studies(ListEntry entry) {
        return switch (entry.kind()) {
            case ACCESSION -> catalog.ofAccession(entry.value());
            case STUDY -> catalog.summary(entry.value()).stream().toList();
            case PATIENT ->
                catalog.ofPatient(entry.value()).stream().filter(entry::holds).toList();
        };
    }
}
