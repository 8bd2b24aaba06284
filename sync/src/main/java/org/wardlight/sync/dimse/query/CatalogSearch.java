// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.query;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.catalog.Page;
import org.wardlight.sync.catalog.PatientIdentity;
import org.wardlight.sync.catalog.SeriesRecord;
import org.wardlight.sync.catalog.StudyGlance;
import org.wardlight.sync.catalog.StudyRecord;
import org.wardlight.sync.catalog.StudySummary;
import org.wardlight.sync.dimse.message.Level;

/**
 * Answers queries of all levels (PS3.4 C.6) from the catalog; attributes that it does not hold come from the headers of objects. Thread-safe.
 *
 * @param within Study Instance UIDs of what may be found; empty for everything
 */
public record CatalogSearch(Catalog catalog, Blobs blobs, Optional<Set<String>> within) {
    public CatalogSearch(Catalog catalog, Blobs blobs) {
        this(catalog, blobs, Optional.empty());
    }

    /** The same among these studies alone; empty for everything. */
    public CatalogSearch within(Optional<Set<String>> studies) {
        return new CatalogSearch(catalog, blobs, studies);
    }

    /** Takes matches as they are found. */
    @FunctionalInterface
    public interface Sink {
        /** @return false when no more are wanted */
        boolean take(DataSet match) throws IOException;
    }

    /** Hands over what matches, newest study first, with the attributes that are asked for. */
    public void search(Level level, DataSet keys, Sink sink) throws IOException {
        search(level, keys, false, sink);
    }

    /**
     * As above.
     *
     * @param fuzzy names match by how their words begin, in any order (PS3.4 C.2.2.2.1.1)
     */
    public void search(Level level, DataSet keys, boolean fuzzy, Sink sink) throws IOException {
        Set<PatientIdentity> patients = new HashSet<>();
        studies(keys, summary -> {
            if (level != Level.PATIENT && level != Level.STUDY) {
                return below(level, keys, fuzzy, summary, sink);
            }
            Lazy<Optional<StudyGlance>> here =
                    new Lazy<>(() -> catalog.glance(summary.study().study()));
            Row row = row(
                    builder -> {
                        Known.patient(summary.patient(), builder);
                        if (level == Level.STUDY) {
                            Known.study(summary, builder);
                        }
                    },
                    () -> here.get().map(StudyGlance::first).map(this::header).orElse(DataSet.EMPTY));
            if (!row.matches(keys, fuzzy) || here.get().isEmpty()) {
                return true;
            }
            if (level == Level.PATIENT && !patients.add(summary.patient())) {
                return true;
            }
            return sink.take(Known.counted(here.get().get(), row.answer(keys)));
        });
    }

    private boolean below(Level level, DataSet keys, boolean fuzzy, StudySummary summary, Sink sink)
            throws IOException {
        Optional<StudyRecord> record = catalog.study(summary.study().study());
        Optional<StudyGlance> here = record.flatMap(StudyGlance::of);
        for (SeriesRecord all : record.map(StudyRecord::series).orElse(List.of())) {
            SeriesRecord series = new SeriesRecord(all.series(), sound(all));
            for (InstanceRecord instance : level == Level.IMAGE
                    ? series.instances()
                    : series.instances().stream().limit(1).toList()) {
                Row row = row(
                        builder -> {
                            study(summary, builder);
                            Known.series(series, builder);
                            if (level == Level.IMAGE) {
                                Known.instance(instance, builder);
                            }
                        },
                        () -> header(instance.blob()));
                if (row.matches(keys, fuzzy) && !sink.take(Known.counted(here.orElseThrow(), row.answer(keys)))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The objects that are shown; what contradicts what was here before is not offered. */
    private static List<InstanceRecord> sound(SeriesRecord series) {
        return series.instances().stream()
                .filter(instance -> instance.standing() == org.wardlight.sync.catalog.Standing.SOUND)
                .toList();
    }

    /**
     * The objects that a retrieval names by its unique keys (PS3.4 C.4.2.2.1), without repeats.
     *
     * @param level below which all is meant
     */
    public List<LocatedInstance> select(Level level, DataSet keys) throws IOException {
        DataSetBuilder unique = DataSet.builder();
        for (int tag : List.of(Tag.PATIENT_ID, Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID, Tag.SOP_INSTANCE_UID)) {
            keys.element(tag).ifPresent(unique::put);
        }
        DataSet named = unique.build();
        Set<LocatedInstance> selected = new LinkedHashSet<>();
        studies(named, summary -> {
            Optional<StudyRecord> record = catalog.study(summary.study().study());
            for (SeriesRecord series : record.map(StudyRecord::series).orElse(List.of())) {
                for (InstanceRecord instance : sound(series)) {
                    Row row = row(
                            builder -> {
                                study(summary, builder);
                                Known.series(series, builder);
                                Known.instance(instance, builder);
                            },
                            () -> DataSet.EMPTY);
                    if (row.matches(named, false)) {
                        selected.add(new LocatedInstance(
                                summary.study().study(), series.series().series(), instance));
                    }
                }
            }
            return true;
        });
        return List.copyOf(selected);
    }

    private interface StudySink {
        boolean take(StudySummary study) throws IOException;
    }

    /** Studies that may match: those that a UID names, else a walk down the list. */
    private void studies(DataSet keys, StudySink sink) throws IOException {
        Optional<Set<String>> named = named(keys);
        if (named.isPresent()) {
            for (String uid : named.get()) {
                Optional<StudyRecord> study = mayBeFound(uid) ? catalog.study(uid) : Optional.empty();
                if (study.isPresent() && !sink.take(study.get().summary())) {
                    return;
                }
            }
            return;
        }
        @Nullable String cursor = null;
        do {
            Page<StudySummary> page = catalog.search(Coarse.of(keys, cursor).within(within.orElse(null)));
            for (StudySummary study : page.items()) {
                if (!sink.take(study)) {
                    return;
                }
            }
            cursor = page.next();
        } while (cursor != null);
    }

    private boolean mayBeFound(String study) {
        return within.isEmpty() || within.get().contains(study);
    }

    private Optional<Set<String>> named(DataSet keys) {
        Set<String> studies = new LinkedHashSet<>();
        if (keys.string(Tag.STUDY_INSTANCE_UID).isPresent()) {
            studies.addAll(keys.strings(Tag.STUDY_INSTANCE_UID));
        } else if (keys.string(Tag.SERIES_INSTANCE_UID).isPresent()) {
            keys.strings(Tag.SERIES_INSTANCE_UID).forEach(uid -> studies.addAll(catalog.studiesOfSeries(uid)));
        } else if (keys.string(Tag.SOP_INSTANCE_UID).isPresent()) {
            keys.strings(Tag.SOP_INSTANCE_UID)
                    .forEach(uid ->
                            catalog.instance(uid).map(LocatedInstance::study).ifPresent(studies::add));
        } else {
            return Optional.empty();
        }
        return Optional.of(studies);
    }

    private static void study(StudySummary summary, DataSetBuilder row) {
        Known.patient(summary.patient(), row);
        Known.study(summary, row);
    }

    private static Row row(java.util.function.Consumer<DataSetBuilder> filler, Supplier<DataSet> header) {
        DataSetBuilder known = DataSet.builder();
        filler.accept(known);
        return new Row(known.build(), header);
    }

    /** What cannot be read has no attributes: it must not hide the others. */
    private DataSet header(BlobHash blob) {
        try (ByteSource source = blobs.open(blob)) {
            return DicomReader.read(source, Limits.STANDARD).data();
        } catch (IOException | RenderingException unreadable) {
            return DataSet.EMPTY;
        }
    }
}
