// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.catalog.PatientIdentity;
import org.wardlight.sync.catalog.Standing;
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
    private final Cache<String, Set<String>> patientIds = Caffeine.newBuilder()
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
        Set<String> known = patientIds.getIfPresent(expected.study());
        if (known == null || !known.contains(own.patientId())) {
            Set<String> patients = patientIds(expected.study());
            patientIds.put(expected.study(), patients);
            if (!patients.contains(own.patientId())) {
                throw new IdentityMismatch("Patient ID (0010,0020)");
            }
        }
    }

    /** That of the study's patient, and of those whom it was taken for before it was corrected. */
    private Set<String> patientIds(String study) {
        List<PatientIdentity> identities = catalog.amendments().identities(study);
        if (identities.isEmpty()) {
            throw new NotFound(What.INSTANCE);
        }
        return identities.stream().map(PatientIdentity::id).collect(Collectors.toSet());
    }

    private static void same(String own, String expected, String attribute) {
        if (!own.equals(expected)) {
            throw new IdentityMismatch(attribute);
        }
    }
}
