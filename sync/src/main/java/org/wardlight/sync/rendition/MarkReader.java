// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.present.KeyObjects;
import org.wardlight.rendering.present.PresentationState;
import org.wardlight.rendering.present.PresentationStates;
import org.wardlight.rendering.present.Reference;
import org.wardlight.sync.Json;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.catalog.Standing;
import org.wardlight.sync.catalog.StudyRecord;
import org.wardlight.sync.rendition.RenditionException.NotFound;
import org.wardlight.sync.rendition.RenditionException.What;
import org.wardlight.sync.study.DisplaySeries;
import org.wardlight.sync.study.MarkFinder;
import org.wardlight.sync.study.StudyDescriptor;

/** Reads presentation states and key objects from blobs; a bounded number of them is kept. Thread-safe. */
public final class MarkReader implements MarkFinder {
    private static final int OBJECTS = 512;
    private static final Logger log = LoggerFactory.getLogger(MarkReader.class);

    private final Catalog catalog;
    private final Blobs blobs;
    private final IdentityCheck identities;
    private final Cache<BlobHash, Optional<Mark>> read =
            Caffeine.newBuilder().maximumSize(OBJECTS).executor(Runnable::run).build();

    MarkReader(Catalog catalog, Blobs blobs, IdentityCheck identities) {
        this.catalog = catalog;
        this.blobs = blobs;
        this.identities = identities;
    }

    @Override
    public Marks of(StudyRecord study, List<DisplaySeries> shown) {
        List<StudyDescriptor.Presentation> presentations = new ArrayList<>();
        List<StudyDescriptor.KeyObject> keyObjects = new ArrayList<>();
        study.series().stream().flatMap(one -> one.instances().stream()).forEach(object -> {
            Mark mark = mark(object).orElse(null);
            List<StudyDescriptor.SeriesFrames> frames = mark == null ? List.of() : frames(mark.references(), shown);
            if (mark != null && !frames.isEmpty()) {
                String version = DisplaySeries.version(object);
                if (mark.state != null) {
                    PresentationState state = mark.state;
                    presentations.add(new StudyDescriptor.Presentation(
                            object.instance(),
                            version,
                            state.label(),
                            state.description(),
                            state.creator(),
                            state.created(),
                            frames));
                } else if (mark.keys != null) {
                    keyObjects.add(new StudyDescriptor.KeyObject(
                            object.instance(), version, mark.keys.title(), mark.keys.description(), frames));
                }
            }
        });
        return new Marks(presentations, keyObjects);
    }

    /**
     * A presentation state, resolved for the images of its study that are here, as JSON.
     *
     * @param version as in the study descriptor; null when the asker takes any
     */
    public Rendered presentation(String instance, @Nullable String version) throws IOException {
        LocatedInstance located = catalog.instance(instance).orElseThrow(() -> new NotFound(What.INSTANCE));
        if (version != null && !version.equals(DisplaySeries.version(located.instance()))) {
            throw new NotFound(What.VERSION);
        }
        PresentationState state = mark(located.instance()).map(Mark::state).orElse(null);
        if (state == null) {
            throw new NotFound(What.INSTANCE);
        }
        identities.check(located);
        List<InstanceRecord> images = catalog.study(located.study())
                .map(study -> study.series().stream()
                        .flatMap(one -> one.instances().stream())
                        .toList())
                .orElse(List.of());
        byte[] json = Json.bytes(
                new PresentationResolver(state, open(located.instance().blob()).data(), this::hasOwnTable).of(images));
        return new Rendered(json, "application/json", BlobHash.hashing(json).hex());
    }

    /** By reference only: an image that is not named is not touched (PS3.3 A.33.1). */
    private static List<StudyDescriptor.SeriesFrames> frames(List<Reference> references, List<DisplaySeries> shown) {
        List<StudyDescriptor.SeriesFrames> all = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            DisplaySeries series = shown.get(i);
            List<Integer> frames = new ArrayList<>();
            for (int at = 0; at < series.frames().size(); at++) {
                var slot = series.frames().get(at);
                String image = series.instance(slot).instance();
                if (references.stream().anyMatch(one -> one.names(image, slot.frame()))) {
                    frames.add(at);
                }
            }
            if (!frames.isEmpty()) {
                all.add(new StudyDescriptor.SeriesFrames(i, List.copyOf(frames)));
            }
        }
        return List.copyOf(all);
    }

    /** Empty, and said in the log, when it cannot be read: the study is shown without it. */
    private Optional<Mark> mark(InstanceRecord object) {
        boolean state = PresentationStates.reads(object.sopClass());
        if (object.standing() != Standing.SOUND || !state && !KeyObjects.reads(object.sopClass())) {
            return Optional.empty();
        }
        Optional<Mark> known = read.getIfPresent(object.blob());
        if (known != null) {
            return known;
        }
        try {
            DicomObject dicom = open(object.blob());
            Mark mark = state ? new Mark(PresentationStates.of(dicom), null) : new Mark(null, KeyObjects.of(dicom));
            read.put(object.blob(), Optional.of(mark));
            return Optional.of(mark);
        } catch (RenderingException | IOException broken) {
            log.warn(
                    "a presentation state or key object cannot be read: {}",
                    broken.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private boolean hasOwnTable(InstanceRecord image) {
        try {
            return open(image.blob()).data().item(Tag.MODALITY_LUT_SEQUENCE).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DicomObject open(BlobHash blob) throws IOException {
        try (ByteSource source = blobs.open(blob)) {
            return DicomReader.read(source, Limits.STANDARD);
        }
    }

    private record Mark(
            @Nullable PresentationState state, @Nullable KeyObjects keys) {
        List<Reference> references() {
            if (state != null) {
                return state.references();
            }
            return keys == null ? List.of() : keys.references();
        }
    }
}
