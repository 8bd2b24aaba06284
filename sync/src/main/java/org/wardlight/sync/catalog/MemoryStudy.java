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
    private final PatientIdentity patient;
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
            return elsewhere;
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
                && (query.modalities().isEmpty() || !Collections.disjoint(query.modalities(), modalities))
                && (query.from() == null || facts.date() != null && facts.date().compareTo(query.from()) >= 0)
                && (query.to() == null || facts.date() != null && facts.date().compareTo(query.to()) <= 0);
    }
}
