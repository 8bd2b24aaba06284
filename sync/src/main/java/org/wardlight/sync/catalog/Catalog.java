// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.wardlight.sync.blob.BlobHash;

/**
 * What is known of patients, studies, series and instances, with the log of its changes, what is rendered and what is pinned. Holds
 * no bytes of images. Thread-safe; each method is one transaction: a crash leaves all of it or nothing. Where the store is a file, a
 * full or damaged disk shows as the unchecked {@code org.wardlight.sync.sqlite.StoreFailure}.
 */
public interface Catalog {
    /**
     * Stores objects with their entries in the change log, all or none, and says in the same order what became of each. The first
     * object of a study gives the study its patient and its facts. An object that names another patient than its study
     * ({@link PatientIdentity#agreesWith}), or whose SOP Instance UID is there with other content, is kept and flagged, never merged
     * and never put in another's place. What was deleted is turned away, or taken in again, as its {@link Deletion} says.
     */
    List<Stored> storeAll(List<NewInstance> instances);

    /** {@link #storeAll} of one. */
    default Stored store(NewInstance instance) {
        return storeAll(List.of(instance)).get(0);
    }

    /**
     * Makes a study findable that is held elsewhere, so without series and instances here. Replaces an earlier summary; changes nothing
     * when it is equal, or when objects of the study are here.
     */
    void storeSummary(StudySummary summary);

    /** Studies, newest Study Date and Time first (none last), equal ones in the order of their coming, last first. */
    Page<StudySummary> search(StudyQuery query);

    /** A study with its series and instances, by Study Instance UID. */
    Optional<StudyRecord> study(String study);

    /** {@link #study} in short, without reading its objects one by one; empty when none of them may be given. */
    default Optional<StudyGlance> glance(String study) {
        return study(study).flatMap(StudyGlance::of);
    }

    /** What the study list says of one study, without a look at its objects. */
    Optional<StudySummary> summary(String study);

    /**
     * The studies of a Patient ID, newest first; an NHS number is found however it is spaced. They may be those of several people: see
     * {@link PatientIdentity#agreesWith}.
     */
    List<StudySummary> ofPatient(String id);

    /** The studies of an Accession Number, newest first. */
    List<StudySummary> ofAccession(String number);

    /** The studies of an origin, newest first. */
    List<StudySummary> ofOrigin(OriginQuery query);

    /** The studies that hold a series of this Series Instance UID, newest first; more than one when a sender used it again. */
    List<String> studiesOfSeries(String series);

    /** The sound object of this SOP Instance UID; when there is none, the first that came, whose standing says why it is not shown. */
    Optional<LocatedInstance> instance(String instance);

    /** Entries of the change log with a cursor above {@code since}, oldest first, at most {@code limit}. */
    List<Change> changes(long since, int limit);

    /**
     * Removes a study with its series, instances, renditions and pin, and leaves a {@link Change.Op#REMOVED} entry in the change log.
     *
     * @return the blobs that no row needs any more; empty when there was no such study
     */
    List<BlobHash> remove(String study);

    /** Deletions and corrections of identity. */
    Amendments amendments();

    Optional<RenditionRecord> rendition(String key);

    /** Adds a rendition, or replaces the one of the same key. */
    void putRendition(RenditionRecord rendition);

    /** All renditions of a study, by key. */
    List<RenditionRecord> renditions(String study);

    /**
     * Notes how many objects a study has, as a peer or a site says; may come before the first of them is here. When that changes how
     * many are missing, the change log says that the study changed.
     */
    void expect(String study, int objects);

    /**
     * A source was read to its end: what is here of these studies, and what it named and does not have, is all of them, unless more was
     * expected before.
     *
     * @param missing how many objects of each study the source names and does not have
     */
    void settle(Map<String, Integer> missing);

    /** How much of each of these studies is here, in no stated order; nothing of those that have no object here. */
    List<Arrival> arrivals(Collection<String> studies);

    /** Adds a pin, or replaces that of the same study. On disk before this returns, power loss included. */
    void putPin(Pin pin);

    Optional<Pin> pin(String study);

    /** All pins, by Study Instance UID. */
    List<Pin> pins();

    /** Removes the pin alone; nothing happens when there is none. */
    void removePin(String study);

    /** Cursor up to which the change log of another site was applied here; 0 when none of it was. */
    long followed(String site);

    /** Notes how far another site's change log was applied here. On disk before this returns, power loss included. */
    void putFollowed(String site, long cursor);

    /** Hands over every row that needs a blob, in no stated order; must not call back into the catalog. */
    void forEachReference(Consumer<BlobReference> action);
}
