// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A study of {@link MemoryCatalog}: confined to it, and guarded by its lock. */
final class MemoryStudy {
    private PatientIdentity patient;
    private final StudyFacts facts;
    private final @Nullable StudySummary elsewhere;
    private final Map<String, SeriesFacts> seriesFacts = new LinkedHashMap<>();
    private final Map<String, List<InstanceRecord>> objects = new LinkedHashMap<>();

    private @Nullable Instant arrivedAt;

    MemoryStudy(PatientIdentity patient, StudyFacts facts, @Nullable StudySummary elsewhere) {
        this.patient = patient;
        this.facts = facts;
        this.elsewhere = elsewhere;
    }

    PatientIdentity patient() {
        return patient;
    }

    void identify(PatientIdentity corrected) {
        patient = corrected;
    }

    /** Removes the objects at a place of this study, and series that have none left. */
    List<InstanceRecord> remove(Place place) {
        List<InstanceRecord> removed = new ArrayList<>();
        objects.forEach((series, held) -> {
            if (place.series() == null || place.series().equals(series)) {
                held.removeIf(object -> {
                    boolean meant = place.instance() == null || place.instance().equals(object.instance());
                    return meant && removed.add(object);
                });
            }
        });
        objects.values().removeIf(List::isEmpty);
        seriesFacts.keySet().retainAll(objects.keySet());
        return removed;
    }

    StudyFacts facts() {
        return facts;
    }

    boolean isHeld() {
        return !objects.isEmpty();
    }

    void add(SeriesFacts facts, InstanceRecord instance, Instant at) {
        arrivedAt = at;
        seriesFacts.putIfAbsent(facts.series(), facts);
        objects.computeIfAbsent(facts.series(), key -> new ArrayList<>()).add(instance);
    }

    /** When its last object came; null while none did. */
    @Nullable
    Instant arrivedAt() {
        return arrivedAt;
    }

    StudySummary summary() {
        if (!isHeld() && elsewhere != null) {
            return new StudySummary(
                    patient,
                    facts,
                    elsewhere.modalities(),
                    elsewhere.series(),
                    elsewhere.instances(),
                    elsewhere.bytes());
        }
        long bytes = instances().mapToLong(i -> i.instance().bytes()).sum();
        return new StudySummary(
                patient, facts, modalities(), objects.size(), (int) instances().count(), bytes);
    }

    private List<String> modalities() {
        return seriesFacts.values().stream()
                .map(SeriesFacts::modality)
                .filter(modality -> !modality.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    List<SeriesRecord> series() {
        return seriesFacts.values().stream()
                .sorted(StudyOrder.SERIES)
                .map(series -> new SeriesRecord(
                        series,
                        objects.getOrDefault(series.series(), List.of()).stream()
                                .sorted(StudyOrder.INSTANCES)
                                .toList()))
                .toList();
    }

    Stream<LocatedInstance> instances() {
        return objects.entrySet().stream()
                .flatMap(series -> series.getValue().stream()
                        .map(instance -> new LocatedInstance(facts.study(), series.getKey(), instance)));
    }

    boolean matches(StudyQuery query) {
        List<String> modalities = summary().modalities();
        Set<String> words = SearchText.words(patient, facts, modalities);
        return SearchText.query(query.text()).stream()
                        .allMatch(typed -> words.stream().anyMatch(word -> word.startsWith(typed)))
                && query.parts().stream()
                        .flatMap(part -> SearchText.split(part).stream())
                        .allMatch(part -> words.stream().anyMatch(word -> word.contains(part)))
                && (query.modalities().isEmpty() || !Collections.disjoint(query.modalities(), modalities))
                && (query.within() == null || query.within().contains(facts.study()))
                && (query.from() == null || facts.date() != null && facts.date().compareTo(query.from()) >= 0)
                && (query.to() == null || facts.date() != null && facts.date().compareTo(query.to()) <= 0);
    }
}
