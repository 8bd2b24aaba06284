// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.measure.ValueTable;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.VoiTable;
import org.wardlight.rendering.tile.StripSheets;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.Correction;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.PatientIdentity;
import org.wardlight.sync.catalog.Pin;
import org.wardlight.sync.catalog.SeriesFacts;
import org.wardlight.sync.catalog.StudyFacts;
import org.wardlight.sync.catalog.StudyRecord;

/**
 * Assembles the descriptor of a study from its catalog rows. The same rows give the same descriptor, byte for byte.
 * Thread-safe.
 */
public final class StudyDescriptors {
    private final Catalog catalog;
    private final Finders finders;

    /** Descriptors of images alone. */
    public StudyDescriptors(Catalog catalog) {
        this(catalog, Finders.NONE);
    }

    public StudyDescriptors(Catalog catalog, Finders finders) {
        this.catalog = catalog;
        this.finders = finders;
    }

    /** The descriptor of a study; empty when there is no such study here. */
    public Optional<StudyDescriptor> of(String study) {
        return catalog.study(study).map(this::of);
    }

    /** The descriptor of a study as these rows have it. */
    public StudyDescriptor of(StudyRecord record) {
        Optional<Instant> heard = catalog.pin(record.summary().study().study())
                .filter(pin -> pin.state() == Pin.State.COMPLETE)
                .map(Pin::at);
        Optional<StudyDescriptor.Arriving> arrival =
                catalog.arrivals(List.of(record.summary().study().study())).stream()
                        .map(StudyDescriptor.Arriving::of)
                        .findFirst();
        return of(record, heard, arrival, finders);
    }

    /**
     * The descriptor of a study.
     *
     * @param heard when the copy was last known to equal its source; empty at the source itself
     */
    private static StudyDescriptor of(
            StudyRecord record, Optional<Instant> heard, Optional<StudyDescriptor.Arriving> arrival, Finders finders) {
        StudyFacts facts = record.summary().study();
        StudyDescriptor.Patient patient = patient(record.summary().patient());
        List<DisplaySeries> shown = DisplaySeries.all(record);
        List<StudyDescriptor.Series> series =
                shown.stream().map(StudyDescriptors::series).toList();
        List<PlacedLayer> placed = finders.layers().of(record, shown);
        List<StudyDescriptor.Document> documents = finders.documents().of(record);
        MarkFinder.Marks marks = finders.marks().of(record, shown);
        return new StudyDescriptor(
                facts.study(),
                version(record, patient, series),
                heard.orElse(record.changedAt()).truncatedTo(ChronoUnit.SECONDS).toString(),
                patient,
                correction(record.corrections()),
                facts.date(),
                facts.time(),
                facts.description(),
                facts.accession(),
                series,
                omitted(record, documents, marks.instances(), placed),
                documents,
                marks.presentations(),
                marks.keyObjects(),
                LayerEntries.of(placed),
                arrival.orElse(null));
    }

    private static StudyDescriptor.Patient patient(PatientIdentity patient) {
        return new StudyDescriptor.Patient(
                patient.name().display(),
                patient.name().others(),
                patient.id(),
                patient.issuer(),
                patient.nhsNumber().orElse(null),
                patient.birthDate(),
                patient.sex());
    }

    private static StudyDescriptor.@Nullable Correction correction(List<Correction> corrections) {
        if (corrections.isEmpty()) {
            return null;
        }
        Correction last = corrections.get(corrections.size() - 1);
        return new StudyDescriptor.Correction(
                last.kind().name().toLowerCase(Locale.ROOT),
                last.by(),
                last.at().toString(),
                patient(corrections.get(0).original()));
    }

    private static StudyDescriptor.Series series(DisplaySeries display) {
        Map<FrameKind, Integer> kinds = new LinkedHashMap<>();
        List<StudyDescriptor.Frame> frames = new ArrayList<>(display.frames().size());
        for (Slot slot : display.frames()) {
            int kind = kinds.computeIfAbsent(display.kind(slot), added -> kinds.size());
            frames.add(new StudyDescriptor.Frame(slot.instance(), slot.frame(), kind, slot.position()));
        }
        List<StudyDescriptor.Instance> instances = new ArrayList<>();
        for (int i = 0; i < display.instances().size(); i++) {
            InstanceRecord one = display.instances().get(i);
            instances.add(new StudyDescriptor.Instance(
                    one.instance(),
                    display.tileVersion(i),
                    one.number(),
                    DisplaySeries.header(one).video(),
                    DisplaySeries.header(one).frameTimeMs(),
                    DisplaySeries.header(one).frameTimesMs()));
        }
        SeriesFacts facts = display.facts();
        return new StudyDescriptor.Series(
                facts.series(),
                display.version(),
                facts.number(),
                facts.modality(),
                facts.description(),
                facts.bodyPart(),
                List.copyOf(kinds.keySet()),
                tables(display),
                valueTables(display),
                instances,
                frames,
                display.grids(),
                strip(frames.size()),
                frameTime(display));
    }

    /** Sorted by name, so that the same rows give the same bytes. */
    private static Map<String, VoiTable> tables(DisplaySeries display) {
        Map<String, VoiTable> tables = new TreeMap<>();
        display.instances()
                .forEach(one -> tables.putAll(DisplaySeries.header(one).tables()));
        return tables;
    }

    private static Map<String, ValueTable> valueTables(DisplaySeries display) {
        Map<String, ValueTable> tables = new TreeMap<>();
        display.instances()
                .forEach(one -> tables.putAll(DisplaySeries.header(one).valueTables()));
        return tables;
    }

    private static StudyDescriptor.Strip strip(int frames) {
        int perSheet = StripSheets.PER_SHEET;
        return new StudyDescriptor.Strip(
                StripSheets.CELL, StripSheets.COLUMNS, perSheet, (frames + perSheet - 1) / perSheet);
    }

    private static @Nullable Double frameTime(DisplaySeries display) {
        return display.instances().stream()
                .map(one -> DisplaySeries.header(one).frameTimeMs())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<StudyDescriptor.Omitted> omitted(
            StudyRecord record, List<StudyDescriptor.Document> documents, Set<String> marks, List<PlacedLayer> layers) {
        Set<String> drawn = Stream.concat(
                        documents.stream().map(StudyDescriptor.Document::instance),
                        layers.stream().map(layer -> layer.located().instance().instance()))
                .collect(Collectors.toSet());
        return record.series().stream()
                .flatMap(series -> series.instances().stream())
                .filter(one -> !drawn.contains(one.instance()) && !marks.contains(one.instance()))
                .flatMap(one -> one.omitted().stream()
                        .map(reason -> new StudyDescriptor.Omitted(one.instance(), one.sopClass(), reason)))
                .toList();
    }

    /** The change log's cursor says how often the study changed, the digest says to what. */
    private static String version(
            StudyRecord record, StudyDescriptor.Patient patient, List<StudyDescriptor.Series> series) {
        Digest digest = new Digest()
                .add(patient.toString())
                .add(record.summary().study().toString());
        series.forEach(one -> digest.add(one.series()).add(one.version()));
        record.series().stream()
                .flatMap(one -> one.instances().stream())
                .map(InstanceRecord::blob)
                .forEach(blob -> digest.add(blob.hex()));
        return record.changed() + "-" + digest.shortHex();
    }
}
