// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wardlight.rendering.tile.Rendition;
import org.wardlight.sync.Json;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.RenditionRecord;
import org.wardlight.sync.catalog.SeriesRecord;
import org.wardlight.sync.catalog.StudyRecord;
import org.wardlight.sync.rendition.RenditionCache;
import org.wardlight.sync.study.DisplaySeries;
import org.wardlight.sync.study.StudyDescriptor;
import org.wardlight.sync.study.StudyDescriptors;

/**
 * What a copy of a study consists of, most useful first: descriptor, strips, previews, then exact tiles or originals. What
 * must be rendered for that is rendered now, kept, and used again. Thread-safe.
 */
public final class Manifests {
    private final Catalog catalog;
    private final Blobs blobs;
    private final StudyDescriptors descriptors;
    private final RenditionCache renditions;

    public Manifests(Catalog catalog, Blobs blobs, StudyDescriptors descriptors, RenditionCache renditions) {
        this.catalog = catalog;
        this.blobs = blobs;
        this.descriptors = descriptors;
        this.renditions = renditions;
    }

    /**
     * The manifest of a study; empty when there is no such study here. Frames that cannot be shown have no entries: the
     * object itself is among the originals, and a viewer that asks for such a tile is told why.
     */
    public Optional<Manifest> of(String study, Purpose purpose) throws IOException {
        return of(study, purpose, false);
    }

    /**
     * The same.
     *
     * @param planes whether whoever asks can read exact tiles in their smaller form ({@code PlaneTiles}): then 16-bit grey has it
     */
    public Optional<Manifest> of(String study, Purpose purpose, boolean planes) throws IOException {
        Optional<StudyRecord> record = catalog.study(study);
        return record.isEmpty() ? Optional.empty() : Optional.of(of(study, record.get(), purpose, planes));
    }

    private Manifest of(String study, StudyRecord record, Purpose purpose, boolean planes) throws IOException {
        StudyDescriptor descriptor = descriptors.of(record);
        List<DisplaySeries> series = ViewingOrder.series(record.series().stream()
                .flatMap(one -> DisplaySeries.of(one).stream())
                .toList());
        List<Manifest.Entry> entries = new ArrayList<>();
        entries.add(descriptor(study, descriptor));
        if (purpose != Purpose.ORIGINAL) {
            entries.addAll(presentations(study, descriptor));
        }
        BulkRender render = new BulkRender(renditions, study, planes);
        entries.addAll(render.strips(series));
        if (purpose != Purpose.ORIGINAL) {
            entries.addAll(DocumentEntries.of(record, descriptor, renditions));
        }
        List<ViewingOrder.Wanted> frames = ViewingOrder.frames(series);
        if (purpose != Purpose.ORIGINAL) {
            VideoEntries videos = VideoEntries.of(study, frames, renditions);
            entries.addAll(videos.entries());
            frames = videos.frames();
        }
        switch (purpose) {
            case PREVIEW -> entries.addAll(render.tiles(frames, List.of(Rendition.PREVIEW)));
            case EXACT -> entries.addAll(render.tiles(frames, List.of(Rendition.PREVIEW, Rendition.EXACT)));
            case ORIGINAL -> entries.addAll(originals(study, record, frames));
        }
        if (purpose != Purpose.ORIGINAL) {
            entries.addAll(LayerBlobs.of(record, descriptor, renditions));
        }
        StudyDescriptor.Arriving arrival = descriptor.arrival();
        return Manifest.of(
                study,
                descriptor.version(),
                purpose,
                record.corrections(),
                entries,
                arrival == null ? null : arrival.expected());
    }

    private Manifest.Entry descriptor(String study, StudyDescriptor descriptor) throws IOException {
        byte[] json = Json.bytes(descriptor);
        BlobHash blob = blobs.put(new ByteArrayInputStream(json));
        RenditionRecord row = new RenditionRecord("descriptor/" + study, study, "descriptor", blob, json.length);
        if (!catalog.rendition(row.key()).equals(Optional.of(row))) {
            catalog.putRendition(row);
        }
        return new Manifest.Entry(blob.hex(), json.length, BlobKind.DESCRIPTOR, Paths.descriptor(study), null);
    }

    /** Small, and asked for at once when somebody chooses one. */
    private List<Manifest.Entry> presentations(String study, StudyDescriptor descriptor) throws IOException {
        List<Manifest.Entry> entries = new ArrayList<>();
        for (StudyDescriptor.Presentation one : descriptor.presentations()) {
            byte[] json = renditions.marks().presentation(one.instance(), null).bytes();
            BlobHash blob = blobs.put(new ByteArrayInputStream(json));
            String path = Paths.presentation(one.instance(), one.version());
            catalog.putRendition(
                    new RenditionRecord("presentation/" + one.instance(), study, "presentation", blob, json.length));
            entries.add(new Manifest.Entry(blob.hex(), json.length, BlobKind.PRESENTATION, path, null));
        }
        return entries;
    }

    /** What is shown comes first, in viewing order; then everything else of the study, which a copy keeps too. */
    private static List<Manifest.Entry> originals(String study, StudyRecord record, List<ViewingOrder.Wanted> frames) {
        Map<String, Manifest.Entry> entries = new LinkedHashMap<>();
        for (ViewingOrder.Wanted wanted : frames) {
            String series = wanted.series().facts().series();
            InstanceRecord instance = wanted.series().instance(wanted.slot());
            entries.computeIfAbsent(instance.blob().hex(), hash -> original(study, series, instance));
        }
        for (SeriesRecord series : record.series()) {
            for (InstanceRecord instance : series.instances()) {
                entries.computeIfAbsent(
                        instance.blob().hex(),
                        hash -> original(study, series.series().series(), instance));
            }
        }
        return List.copyOf(entries.values());
    }

    private static Manifest.Entry original(String study, String series, InstanceRecord instance) {
        return new Manifest.Entry(
                instance.blob().hex(),
                instance.bytes(),
                BlobKind.ORIGINAL,
                Paths.original(study, series, instance.instance()),
                instance.instance());
    }
}
