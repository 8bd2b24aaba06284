// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.document.Document;
import org.wardlight.rendering.document.DocumentFacts;
import org.wardlight.rendering.document.Documents;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.catalog.RenditionRecord;
import org.wardlight.sync.catalog.SeriesRecord;
import org.wardlight.sync.catalog.Standing;
import org.wardlight.sync.catalog.StudyRecord;
import org.wardlight.sync.study.DisplaySeries;
import org.wardlight.sync.study.DocumentFinder;
import org.wardlight.sync.study.StudyDescriptor;

/**
 * The documents of catalogued objects: reports, encapsulated documents, waveforms, plans. The identity of an object is checked before
 * anything of it is given, as for tiles. Thread-safe.
 */
public final class DocumentSource implements DocumentFinder {
    private static final int OBJECTS = 20_000;

    private final Blobs blobs;
    private final IdentityCheck identities;
    private final RenditionCache renditions;
    private final Cache<BlobHash, Optional<DocumentFacts>> known =
            Caffeine.newBuilder().maximumSize(OBJECTS).build();

    DocumentSource(Blobs blobs, IdentityCheck identities, RenditionCache renditions) {
        this.blobs = blobs;
        this.identities = identities;
        this.renditions = renditions;
    }

    @Override
    public List<StudyDescriptor.Document> of(StudyRecord study) {
        List<StudyDescriptor.Document> documents = new ArrayList<>();
        for (SeriesRecord series : study.series()) {
            for (InstanceRecord instance : series.instances()) {
                facts(instance)
                        .ifPresent(facts -> documents.add(new StudyDescriptor.Document(
                                instance.instance(),
                                DisplaySeries.version(instance),
                                facts.kind().name(),
                                facts.title(),
                                facts.date(),
                                facts.mediaType(),
                                facts.bytes(),
                                series.series().series(),
                                instance.number(),
                                facts.pages())));
            }
        }
        return documents;
    }

    /**
     * A page of a document.
     *
     * @param page from 1
     * @param version as in the study descriptor; null when the asker takes any
     */
    public Rendered document(String instance, int page, @Nullable String version) throws IOException {
        LocatedInstance located = identities.admitted(instance, version);
        return renditions.await(rendered(located, page, mediaType(located), Urgency.INTERACTIVE));
    }

    /** One multiplex group of a waveform as SVG; group and page from 1. */
    public Rendered waveform(String instance, int group, int page, @Nullable String version) throws IOException {
        LocatedInstance located = identities.admitted(instance, version);
        mediaType(located);
        TileKey key = new TileKey.Waveform(located.instance().blob(), group, page);
        return renditions.await(renditions.cached(
                key,
                Document.SVG,
                Urgency.INTERACTIVE,
                () -> renditions.run(
                        Urgency.INTERACTIVE,
                        () -> open(
                                located.instance().blob(),
                                object ->
                                        Documents.waveform(object, group, page).bytes()))));
    }

    /** Makes a page for a manifest unless it is kept already, and keeps it. */
    public CompletableFuture<RenditionRecord> keep(LocatedInstance located, int page) {
        String type = mediaType(located);
        return renditions.keep(key(located, page), located.study(), "document", () -> {
            Futures.unchecked(() -> {
                identities.check(located);
                return located;
            });
            return rendered(located, page, type, Urgency.BULK);
        });
    }

    private CompletableFuture<Rendered> rendered(LocatedInstance located, int page, String type, Urgency urgency) {
        return renditions.cached(
                key(located, page),
                type,
                urgency,
                () -> renditions.run(
                        urgency,
                        () -> open(
                                located.instance().blob(),
                                object -> Documents.open(object, page).bytes())));
    }

    /** The media type of the document that an object is; empty when it is none. */
    public Optional<String> mediaTypeOf(LocatedInstance located) {
        return facts(located.instance()).map(DocumentFacts::mediaType);
    }

    private String mediaType(LocatedInstance located) {
        return facts(located.instance())
                .map(DocumentFacts::mediaType)
                .orElseThrow(() -> new Unsupported("this object is no document"));
    }

    /** Empty, and asked again the next time, where the bytes are not here. */
    private Optional<DocumentFacts> facts(InstanceRecord instance) {
        if (instance.header() != null || instance.standing() != Standing.SOUND) {
            return Optional.empty();
        }
        Optional<DocumentFacts> facts = known.getIfPresent(instance.blob());
        if (facts != null) {
            return facts;
        }
        try {
            facts = open(instance.blob(), Documents::factsOf);
        } catch (RenderingException broken) {
            facts = Optional.empty();
        } catch (IOException notHere) {
            return Optional.empty();
        }
        known.put(instance.blob(), facts);
        return facts;
    }

    private <T> T open(BlobHash blob, Use<T> use) throws IOException {
        try (ByteSource source = blobs.open(blob)) {
            return use.of(DicomReader.read(source, Limits.STANDARD));
        }
    }

    private static TileKey key(LocatedInstance located, int page) {
        return new TileKey.Document(located.instance().blob(), page);
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(DicomObject object) throws IOException;
    }
}
