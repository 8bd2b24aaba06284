// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.blob.BlobHash;

/** A catalog in memory, for tests. Thread-safe. */
public final class MemoryCatalog implements Catalog {
    private final Clock clock;
    /** By row number: see {@link Recency}. */
    private final TreeMap<Long, MemoryStudy> studies = new TreeMap<>();

    private final List<Change> log = new ArrayList<>();
    private final TreeMap<String, RenditionRecord> renditions = new TreeMap<>();
    private final TreeMap<String, Pin> pins = new TreeMap<>();
    private final TreeMap<String, Long> followed = new TreeMap<>();
    private final TreeMap<String, Integer> expected = new TreeMap<>();

    public MemoryCatalog(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized List<Stored> storeAll(List<NewInstance> instances) {
        return instances.stream().map(this::storeOne).toList();
    }

    private Stored storeOne(NewInstance added) {
        String uid = added.instance().instance();
        List<InstanceRecord> same = all().map(LocatedInstance::instance)
                .filter(i -> i.instance().equals(uid))
                .toList();
        if (same.stream().anyMatch(i -> i.blob().equals(added.instance().blob()))) {
            return Stored.DUPLICATE;
        }
        MemoryStudy study = find(added.study().study());
        if (study == null) {
            study = insert(new MemoryStudy(added.patient(), added.study(), null));
        }
        Standing standing = Standing.of(
                study.patient().agreesWith(added.patient()),
                same.stream().anyMatch(i -> i.standing() == Standing.SOUND));
        study.add(added.series(), added.instance().with(standing), clock.instant());
        boolean sound = standing == Standing.SOUND;
        log(
                sound ? Change.Op.ADDED : Change.Op.FLAGGED,
                added.study().study(),
                added.series().series(),
                uid);
        return Stored.as(standing);
    }

    private MemoryStudy insert(MemoryStudy study) {
        long first = Recency.first(study.facts().date(), study.facts().time());
        Long highest = studies.floorKey(Recency.last(first));
        studies.put(highest == null || highest < first ? first : highest + 1, study);
        return study;
    }

    private @Nullable MemoryStudy find(String study) {
        return studies.values().stream()
                .filter(s -> s.facts().study().equals(study))
                .findFirst()
                .orElse(null);
    }

    private void log(Change.Op op, String study, @Nullable String series, @Nullable String instance) {
        log.add(new Change(log.size() + 1L, clock.instant(), op, study, series, instance));
    }

    @Override
    public synchronized void storeSummary(StudySummary summary) {
        MemoryStudy there = find(summary.study().study());
        if (there != null && (there.isHeld() || there.summary().equals(summary))) {
            return;
        }
        studies.values().remove(there);
        insert(new MemoryStudy(summary.patient(), summary.study(), summary));
        log(Change.Op.ADDED, summary.study().study(), null, null);
    }

    @Override
    public synchronized Page<StudySummary> search(StudyQuery query) {
        List<StudySummary> items = new ArrayList<>();
        long last = 0;
        for (var entry : studies.headMap(Recency.cursor(query.cursor()), false)
                .descendingMap()
                .entrySet()) {
            if (!entry.getValue().matches(query)) {
                continue;
            }
            if (items.size() == query.limit()) {
                return new Page<>(items, Recency.cursor(last));
            }
            items.add(entry.getValue().summary());
            last = entry.getKey();
        }
        return new Page<>(items, null);
    }

    @Override
    public synchronized Optional<StudyRecord> study(String study) {
        return Optional.ofNullable(find(study)).map(found -> {
            Change latest = log.stream()
                    .filter(change -> change.study().equals(study))
                    .reduce((one, next) -> next)
                    .orElseThrow();
            return new StudyRecord(found.summary(), found.series(), latest.cursor(), latest.at());
        });
    }

    @Override
    public synchronized List<String> studiesOfSeries(String series) {
        return all().filter(i -> i.series().equals(series))
                .map(LocatedInstance::study)
                .distinct()
                .toList();
    }

    @Override
    public synchronized Optional<LocatedInstance> instance(String instance) {
        return all().filter(i -> i.instance().instance().equals(instance))
                .min(Comparator.comparing(i -> i.instance().standing()));
    }

    private Stream<LocatedInstance> all() {
        return studies.descendingMap().values().stream().flatMap(MemoryStudy::instances);
    }

    @Override
    public synchronized List<Change> changes(long since, int limit) {
        return log.stream()
                .filter(change -> change.cursor() > since)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<BlobHash> remove(String study) {
        MemoryStudy there = find(study);
        if (there == null) {
            return List.of();
        }
        Set<BlobHash> freed = new LinkedHashSet<>();
        there.instances().forEach(i -> freed.add(i.instance().blob()));
        renditions(study).forEach(rendition -> freed.add(rendition.blob()));
        studies.values().remove(there);
        renditions.values().removeIf(rendition -> rendition.study().equals(study));
        pins.remove(study);
        expected.remove(study);
        log(Change.Op.REMOVED, study, null, null);
        forEachReference(reference -> freed.remove(reference.blob()));
        return List.copyOf(freed);
    }

    @Override
    public synchronized Optional<RenditionRecord> rendition(String key) {
        return Optional.ofNullable(renditions.get(key));
    }

    @Override
    public synchronized void putRendition(RenditionRecord rendition) {
        renditions.put(rendition.key(), rendition);
    }

    @Override
    public synchronized List<RenditionRecord> renditions(String study) {
        return renditions.values().stream().filter(r -> r.study().equals(study)).toList();
    }

    @Override
    public synchronized void expect(String study, int objects) {
        int before = arrival(study).map(Arrival::missing).orElse(0);
        expected.put(study, objects);
        if (before != arrival(study).map(Arrival::missing).orElse(0)) {
            log(Change.Op.ADDED, study, null, null);
        }
    }

    @Override
    public synchronized void settle(Map<String, Integer> missing) {
        missing.forEach((study, count) -> arrival(study).ifPresent(here -> expect(study, here.settledWith(count))));
    }

    @Override
    public synchronized List<Arrival> arrivals(Collection<String> uids) {
        return uids.stream().flatMap(study -> arrival(study).stream()).toList();
    }

    private Optional<Arrival> arrival(String study) {
        return Optional.ofNullable(find(study))
                .filter(MemoryStudy::isHeld)
                .map(held -> new Arrival(study, held.summary().instances(), expected.get(study), held.arrivedAt()));
    }

    @Override
    public synchronized void putPin(Pin pin) {
        pins.put(pin.study(), pin);
    }

    @Override
    public synchronized Optional<Pin> pin(String study) {
        return Optional.ofNullable(pins.get(study));
    }

    @Override
    public synchronized List<Pin> pins() {
        return List.copyOf(pins.values());
    }

    @Override
    public synchronized void removePin(String study) {
        pins.remove(study);
    }

    @Override
    public synchronized long followed(String site) {
        return followed.getOrDefault(site, 0L);
    }

    @Override
    public synchronized void putFollowed(String site, long cursor) {
        followed.put(site, cursor);
    }

    @Override
    public synchronized void forEachReference(Consumer<BlobReference> action) {
        all().map(LocatedInstance::instance)
                .forEach(i -> action.accept(new BlobReference(i.blob(), i.bytes(), i.instance())));
        renditions.values().forEach(r -> action.accept(new BlobReference(r.blob(), r.bytes(), r.key())));
    }
}
