// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.catalog.Standing;
import org.wardlight.sync.catalog.StudyRecord;
import org.wardlight.sync.rendition.RenditionException.IdentityMismatch;
import org.wardlight.sync.rendition.RenditionException.NotFound;
import org.wardlight.sync.rendition.RenditionException.What;
import org.wardlight.sync.study.DisplaySeries;

/**
 * Nothing is drawn whose own identity differs from the one under which the catalog has it. What a blob says of itself
 * never changes, so it is read once; what the catalog says is asked again after a few seconds, or at once when it differs.
 * Thread-safe.
 */
final class IdentityCheck {
    private static final int OBJECTS = 50_000;
    private static final int STUDIES = 256;
    private static final java.time.Duration BELIEVED = java.time.Duration.ofSeconds(5);

    private final Catalog catalog;
    private final FrameReader reader;
    private final Cache<BlobHash, FrameReader.Identity> objects =
            Caffeine.newBuilder().maximumSize(OBJECTS).build();
    private final Cache<String, String> patientIds = Caffeine.newBuilder()
            .maximumSize(STUDIES)
            .expireAfterWrite(BELIEVED)
            .build();

    IdentityCheck(Catalog catalog, FrameReader reader) {
        this.catalog = catalog;
        this.reader = reader;
    }

    /**
     * The object of a SOP Instance UID, when it may be shown.
     *
     * @param version as in the study descriptor; null when the asker takes any
     */
    LocatedInstance admitted(String instance, @Nullable String version) throws IOException {
        LocatedInstance located = catalog.instance(instance).orElseThrow(() -> new NotFound(What.INSTANCE));
        if (version != null && !version.equals(DisplaySeries.version(located.instance()))) {
            throw new NotFound(What.VERSION);
        }
        if (located.instance().standing() != Standing.SOUND) {
            throw new IdentityMismatch("patient");
        }
        check(located);
        return located;
    }

    /** As below, of all objects that a frame is drawn from. */
    void check(Target target) throws IOException {
        for (LocatedInstance object : target.objects()) {
            check(object);
        }
    }

    /** Throws {@link IdentityMismatch} unless the object is what the catalog has it for. */
    void check(LocatedInstance expected) throws IOException {
        BlobHash blob = expected.instance().blob();
        FrameReader.Identity own = objects.getIfPresent(blob);
        if (own == null) {
            own = reader.identity(blob);
            objects.put(blob, own);
        }
        same(own.study(), expected.study(), "Study Instance UID (0020,000D)");
        same(own.series(), expected.series(), "Series Instance UID (0020,000E)");
        same(own.instance(), expected.instance().instance(), "SOP Instance UID (0008,0018)");
        if (!own.patientId().equals(patientIds.getIfPresent(expected.study()))) {
            String patientId = patientId(expected.study());
            patientIds.put(expected.study(), patientId);
            same(own.patientId(), patientId, "Patient ID (0010,0020)");
        }
    }

    private String patientId(String study) {
        Optional<StudyRecord> record = catalog.study(study);
        return record.map(found -> found.summary().patient().id()).orElseThrow(() -> new NotFound(What.INSTANCE));
    }

    private static void same(String own, String expected, String attribute) {
        if (!own.equals(expected)) {
            throw new IdentityMismatch(attribute);
        }
    }
}
