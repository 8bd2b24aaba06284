// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
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

    private final MemoryAmendments amendments;

    public MemoryCatalog(Clock clock) {
        this.clock = clock;
        amendments = new MemoryAmendments(this, clock);
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
        String studyUid = added.study().study();
        Optional<Deletion> deleted = amendments.over(added);
        if (deleted.filter(mark -> mark.again() == Deletion.Again.REFUSE).isPresent()) {
            amendments.wasted(added.instance().blob(), studyUid);
            return Stored.DELETED;
        }
        require(added.instance().blob());
        List<Correction> corrections = amendments.corrections(studyUid);
        MemoryStudy study = find(studyUid)
                .orElseGet(() -> insert(
                        new MemoryStudy(CorrectionTable.present(corrections, added.patient()), added.study(), null)));
        Standing standing = Standing.of(
                CorrectionTable.identities(corrections, study.patient()).stream()
                        .anyMatch(known -> known.agreesWith(added.patient())),
                same.stream().anyMatch(i -> i.standing() == Standing.SOUND));
        study.add(added.series(), added.instance().with(standing), clock.instant());
        boolean sound = standing == Standing.SOUND;
        log(
                sound ? Change.Op.ADDED : Change.Op.FLAGGED,
                studyUid,
                added.series().series(),
                uid);
        return sound && deleted.isPresent() ? Stored.RETURNED : Stored.as(standing);
    }

    private void require(BlobHash blob) {
        if (!amendments.reclaim(blob)) {
            throw new IllegalStateException("the bytes of this blob are being removed at this moment");
        }
    }

    private MemoryStudy insert(MemoryStudy study) {
        long first = Recency.first(study.facts().date(), study.facts().time());
        Long highest = studies.floorKey(Recency.last(first));
        studies.put(highest == null || highest < first ? first : highest + 1, study);
        return study;
    }

    synchronized Optional<MemoryStudy> find(String study) {
        return studies.values().stream()
                .filter(s -> s.facts().study().equals(study))
                .findFirst();
    }

    synchronized void log(Change.Op op, String study, @Nullable String series, @Nullable String instance) {
        log.add(new Change(log.size() + 1L, clock.instant(), op, study, series, instance));
    }

    @Override
    public synchronized void storeSummary(StudySummary summary) {
        Optional<MemoryStudy> there = find(summary.study().study());
        if (there.filter(one -> one.isHeld() || one.summary().equals(summary)).isPresent()) {
            return;
        }
        there.ifPresent(studies.values()::remove);
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
        return find(study).map(found -> {
            Change latest = log.stream()
                    .filter(change -> change.study().equals(study))
                    .reduce((one, next) -> next)
                    .orElseThrow();
            return new StudyRecord(
                    found.summary(), found.series(), amendments.corrections(study), latest.cursor(), latest.at());
        });
    }

    @Override
    public synchronized Optional<StudySummary> summary(String study) {
        return find(study).map(MemoryStudy::summary);
    }

    @Override
    public synchronized List<StudySummary> ofPatient(String id) {
        List<String> forms = NhsNumber.forms(id);
        return studies.descendingMap().values().stream()
                .map(MemoryStudy::summary)
                .filter(study -> forms.contains(study.patient().id()))
                .toList();
    }

    @Override
    public synchronized List<StudySummary> ofAccession(String number) {
        return studies.descendingMap().values().stream()
                .map(MemoryStudy::summary)
                .filter(study -> number.equals(study.study().accession()))
                .toList();
    }

    @Override
    public synchronized List<StudySummary> ofOrigin(OriginQuery query) {
        return studies.descendingMap().values().stream()
                .map(MemoryStudy::summary)
                .filter(study ->
                        study.study().date() != null && study.study().date().compareTo(query.from()) >= 0)
                .filter(query::matches)
                .limit(query.most())
                .toList();
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
        return amendments.drop(Place.study(study));
    }

    /** As {@link Removal#at}. */
    synchronized Removal.Removed removeAt(Place place) {
        Optional<MemoryStudy> there = find(place.study());
        if (there.isEmpty()) {
            return Removal.Removed.NOTHING;
        }
        List<InstanceRecord> objects = there.get().remove(place);
        if (objects.isEmpty() && !place.isStudy()) {
            return Removal.Removed.NOTHING;
        }
        Set<BlobHash> freed = new LinkedHashSet<>();
        objects.forEach(object -> freed.add(object.blob()));
        renditions(place.study()).forEach(rendition -> freed.add(rendition.blob()));
        renditions.values().removeIf(rendition -> rendition.study().equals(place.study()));
        if (there.get().isHeld()) {
            expected.computeIfPresent(place.study(), (study, count) -> Math.max(count - objects.size(), 0));
            log(Change.Op.REMOVED, place.study(), place.series(), place.instance());
        } else {
            studies.values().remove(there.get());
            pins.remove(place.study());
            expected.remove(place.study());
            log(Change.Op.REMOVED, place.study(), null, null);
        }
        freed.removeAll(needed());
        return new Removal.Removed(objects.size(), List.copyOf(freed));
    }

    synchronized Set<BlobHash> needed() {
        Set<BlobHash> needed = new HashSet<>();
        forEachReference(reference -> needed.add(reference.blob()));
        return needed;
    }

    /** A study, or all of its patient's. */
    synchronized List<MemoryStudy> sameAs(String study, Correction.Scope scope) {
        Optional<MemoryStudy> named = find(study);
        return named.isEmpty() || scope == Correction.Scope.STUDY
                ? named.stream().toList()
                : studies.values().stream()
                        .filter(one -> one.patient().isSameNumberAs(named.get().patient()))
                        .toList();
    }

    @Override
    public Amendments amendments() {
        return amendments;
    }

    @Override
    public synchronized Optional<RenditionRecord> rendition(String key) {
        return Optional.ofNullable(renditions.get(key));
    }

    @Override
    public synchronized void putRendition(RenditionRecord rendition) {
        require(rendition.blob());
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
        return find(study)
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
