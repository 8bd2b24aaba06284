// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.sqlite.SqliteFile;
import org.wardlight.sync.sqlite.StoreFailure;
import org.wardlight.sync.sqlite.UntilChanged;

/** The catalog in an SQLite file. Thread-safe; several processes may use the file. */
public final class SqliteCatalog implements Catalog {
    /** Of objects that are looked at: what is kept of one grows with its frames. */
    private static final int FRAMES = 20_000;

    private final SqliteFile file;
    private final Clock clock;
    private final Amendments amendments;
    private final OneMore oneMore = new OneMore();
    private final KnownHeaders headers = new KnownHeaders();
    private final UntilChanged<String, Optional<LocatedInstance>> located;

    public SqliteCatalog(SqliteFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
        amendments = new SqliteAmendments(file, clock);
        this.located = new UntilChanged<>(file, FRAMES, SqliteCatalog::frames);
    }

    private static int frames(Optional<LocatedInstance> found) {
        return found.map(LocatedInstance::instance)
                .map(InstanceRecord::header)
                .map(header -> 10 + header.frames().size())
                .orElse(10);
    }

    @Override
    public List<Stored> storeAll(List<NewInstance> instances) {
        return file.write(handle -> {
            List<Stored> outcomes = new ArrayList<>();
            for (NewInstance instance : instances) {
                boolean isOneMore = oneMore.store(handle, instance, clock.instant());
                outcomes.add(isOneMore ? Stored.ADDED : storeOne(handle, instance));
            }
            return outcomes;
        });
    }

    private Stored storeOne(Handle handle, NewInstance added) {
        InstanceRecord object = added.instance();
        List<InstanceTable.Same> same = InstanceTable.same(handle, object.instance());
        if (same.stream().anyMatch(other -> other.blob().equals(object.blob().hex()))) {
            return Stored.DUPLICATE;
        }
        Instant now = clock.instant();
        Optional<Deletion> deleted = DeletionTable.over(handle, added);
        if (deleted.filter(mark -> mark.again() == Deletion.Again.REFUSE).isPresent()) {
            DeletionTable.waste(handle, object.blob(), added.study().study(), now);
            return Stored.DELETED;
        }
        require(handle, object.blob());
        List<Correction> corrections = CorrectionTable.of(handle, added.study().study());
        StudyTable.Row study = StudyTable.find(handle, added.study().study())
                .orElseGet(() -> StudyTable.insert(
                        handle, CorrectionTable.present(corrections, added.patient()), added.study()));
        Standing standing = Standing.of(
                CorrectionTable.identities(corrections, study.patient()).stream()
                        .anyMatch(known -> known.agreesWith(added.patient())),
                same.stream().anyMatch(other -> other.standing() == Standing.SOUND));
        boolean newSeries = InstanceTable.insert(handle, study.id(), added.series(), object.with(standing));
        boolean sound = standing == Standing.SOUND;
        long cursor = ChangeTable.add(
                handle,
                now,
                sound ? Change.Op.ADDED : Change.Op.FLAGGED,
                added.study().study(),
                added.series().series(),
                object.instance());
        StudyTable.count(handle, study, added.series().modality(), newSeries, object.bytes());
        StudyTable.arrived(handle, study.id(), cursor, now);
        return sound && deleted.isPresent() ? Stored.RETURNED : Stored.as(standing);
    }

    /** A row that needs a blob whose bytes are going at this moment would be left without them. */
    private static void require(Handle handle, BlobHash blob) {
        if (!DeletionTable.reclaim(handle, blob)) {
            throw new StoreFailure(
                    "the bytes of an object that was deleted are being removed at this moment; send it again",
                    new IllegalStateException("blob is going"));
        }
    }

    @Override
    public void storeSummary(StudySummary summary) {
        file.write(handle -> {
            Optional<StudyTable.Row> there =
                    StudyTable.find(handle, summary.study().study());
            if (there.isPresent()
                    && (there.get().held() || there.get().summary().equals(summary))) {
                return false;
            }
            there.ifPresent(row -> StudyTable.delete(handle, row.id()));
            StudyTable.Row row = StudyTable.insert(handle, summary.patient(), summary.study());
            StudyTable.summarise(handle, row, summary);
            Instant now = clock.instant();
            long cursor = ChangeTable.add(
                    handle, now, Change.Op.ADDED, summary.study().study(), null, null);
            StudyTable.changed(handle, row.id(), cursor, now);
            return true;
        });
    }

    @Override
    public Page<StudySummary> search(StudyQuery query) {
        List<StudyTable.Row> rows = file.read(handle -> StudySearch.run(handle, query));
        boolean more = rows.size() > query.limit();
        List<StudyTable.Row> page = more ? rows.subList(0, query.limit()) : rows;
        @Nullable String next = more ? Recency.cursor(page.get(page.size() - 1).id()) : null;
        return new Page<>(page.stream().map(StudyTable.Row::summary).toList(), next);
    }

    @Override
    public Optional<StudyRecord> study(String study) {
        return file.read(handle -> StudyTable.find(handle, study)
                .map(row -> new StudyRecord(
                        row.summary(),
                        InstanceTable.series(handle, row.id(), headers::read),
                        CorrectionTable.of(handle, study),
                        row.changed(),
                        row.changedAt())));
    }

    @Override
    public Optional<StudyGlance> glance(String study) {
        return file.read(handle -> InstanceTable.glance(handle, study));
    }

    @Override
    public Optional<StudySummary> summary(String study) {
        return file.read(handle -> StudyTable.find(handle, study).map(StudyTable.Row::summary));
    }

    @Override
    public List<StudySummary> ofPatient(String id) {
        return file.read(handle -> StudyTable.ofPatient(handle, NhsNumber.forms(id)).stream()
                .map(StudyTable.Row::summary)
                .toList());
    }

    @Override
    public List<StudySummary> ofAccession(String number) {
        return file.read(handle -> StudyTable.ofAccession(handle, number).stream()
                .map(StudyTable.Row::summary)
                .toList());
    }

    @Override
    public List<StudySummary> ofOrigin(OriginQuery query) {
        return file.read(handle -> StudyTable.ofOrigin(handle, query).stream()
                .map(StudyTable.Row::summary)
                .toList());
    }

    @Override
    public List<String> studiesOfSeries(String series) {
        return file.read(handle -> InstanceTable.studiesOfSeries(handle, series));
    }

    @Override
    public Optional<LocatedInstance> instance(String instance) {
        return located.get(instance, wanted -> file.read(handle -> InstanceTable.find(handle, wanted, headers::read)));
    }

    @Override
    public List<Change> changes(long since, int limit) {
        return file.read(handle -> ChangeTable.after(handle, since, limit));
    }

    @Override
    public List<BlobHash> remove(String study) {
        return amendments.drop(Place.study(study));
    }

    @Override
    public Amendments amendments() {
        return amendments;
    }

    @Override
    public Optional<RenditionRecord> rendition(String key) {
        return file.read(handle -> KeptTables.rendition(handle, key));
    }

    @Override
    public void putRendition(RenditionRecord rendition) {
        file.write(handle -> {
            require(handle, rendition.blob());
            return KeptTables.put(handle, rendition);
        });
    }

    @Override
    public List<RenditionRecord> renditions(String study) {
        return file.read(handle -> KeptTables.renditions(handle, study));
    }

    @Override
    public void expect(String study, int objects) {
        file.write(handle -> {
            expect(handle, study, objects);
            return true;
        });
    }

    @Override
    public void settle(Map<String, Integer> missing) {
        file.write(handle -> {
            missing.forEach((study, count) ->
                    ArrivalTable.of(handle, study).ifPresent(here -> expect(handle, study, here.settledWith(count))));
            return true;
        });
    }

    private void expect(Handle handle, String study, int objects) {
        int before = ArrivalTable.of(handle, study).map(Arrival::missing).orElse(0);
        ArrivalTable.put(handle, study, objects);
        int after = ArrivalTable.of(handle, study).map(Arrival::missing).orElse(0);
        if (before != after) {
            Instant now = clock.instant();
            long cursor = ChangeTable.add(handle, now, Change.Op.ADDED, study, null, null);
            StudyTable.find(handle, study).ifPresent(row -> StudyTable.changed(handle, row.id(), cursor, now));
        }
    }

    @Override
    public List<Arrival> arrivals(Collection<String> studies) {
        return file.read(handle -> ArrivalTable.of(handle, studies));
    }

    @Override
    public void putPin(Pin pin) {
        file.writeDurably(handle -> KeptTables.put(handle, pin));
    }

    @Override
    public Optional<Pin> pin(String study) {
        return file.read(handle -> KeptTables.pin(handle, study));
    }

    @Override
    public List<Pin> pins() {
        return file.read(KeptTables::pins);
    }

    @Override
    public void removePin(String study) {
        file.writeDurably(handle -> KeptTables.removePin(handle, study));
    }

    @Override
    public long followed(String site) {
        return file.read(handle -> KeptTables.followed(handle, site));
    }

    @Override
    public void putFollowed(String site, long cursor) {
        file.writeDurably(handle -> KeptTables.putFollowed(handle, site, cursor));
    }

    @Override
    public void forEachReference(Consumer<BlobReference> action) {
        file.read(handle -> KeptTables.forEachReference(handle, action));
    }
}
