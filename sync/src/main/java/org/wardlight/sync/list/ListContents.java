// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.StudySummary;

/** What is on a list at this moment. */
public final class ListContents {
    private final Catalog catalog;

    public ListContents(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * A line of a list and what it means here.
     *
     * @param studies newest first; none when nothing of that has come yet
     */
    public record Line(ListEntry entry, List<StudySummary> studies) {
        /** Whether the number stands for more than one person here, so that the issuer should be given. */
        public boolean isAmbiguous() {
            return studies.stream()
                    .anyMatch(
                            study -> !study.patient().agreesWith(studies.get(0).patient()));
        }
    }

    public List<Line> of(WardList list) {
        return list.entries().stream()
                .map(entry -> new Line(entry, studies(entry)))
                .toList();
    }

    /** The Study Instance UIDs of what is on any of the lists. */
    public Set<String> studies(List<WardList> lists) {
        Set<String> uids = new LinkedHashSet<>();
        for (WardList list : lists) {
            for (ListEntry entry : list.entries()) {
                studies(entry).forEach(study -> uids.add(study.study().study()));
            }
        }
        return uids;
    }

    /** What is on any of the lists, for somebody who may see nothing else. */
    public Inside inside(List<WardList> lists) {
        Set<String> uids = studies(lists);
        lists.stream()
                .flatMap(list -> list.entries().stream())
                .filter(entry -> entry.kind() == ListEntry.Kind.STUDY)
                .forEach(entry -> uids.add(entry.value()));
        return new Inside(lists, uids);
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
