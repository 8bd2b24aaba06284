// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wardlight.sync.blob.BlobHash;

/**
 * What people decide about what was received: deletions and corrections of identity. The stored bytes never change. Part of a
 * {@link Catalog}, with the same promises; each entry in the change log is written with what it tells of.
 */
public interface Amendments {
    /**
     * Puts a study, or with it all of its patient's, under another identity. From now on it is found and shown under that; objects
     * that come later may name either.
     *
     * @param at is taken from the catalog's clock
     * @return the studies that are under another identity now; empty when there is no such study or nothing was to be changed
     */
    List<String> correct(String study, Correction.Scope scope, PatientIdentity corrected, String by, String reason);

    /** The corrections of a study, oldest first. */
    List<Correction> corrections(String study);

    /**
     * Makes the corrections of a study here those of its source, whether its objects are here yet or not. Changes nothing, and logs
     * nothing, when they are the same.
     */
    void adopt(String study, List<Correction> corrections);

    /** Every identity that an object of this study may state: the present one, and those before corrections. Empty: no such study. */
    List<PatientIdentity> identities(String study);

    /**
     * Deletes what is at a place, as a person decided: it can no longer be found, its bytes go later, and a mark stays.
     *
     * @return how many objects that were; 0 when there was nothing, and then no mark stays
     */
    int delete(Place place, String by, String reason, Deletion.Again again);

    /** The deletion of a study that is not here any more; empty when it is here, or never was. */
    Optional<Deletion> deletion(String study);

    /** All marks within a study. */
    List<Deletion> deletions(String study);

    /**
     * Takes back every deletion within a study, so that its objects may come again.
     *
     * @return blobs of it whose bytes are still here, to be catalogued again; of renditions too
     */
    List<BlobHash> restore(String study);

    /**
     * Removes what is at a place because its source did: no mark stays, and it may come again.
     *
     * @return the blobs that no row needs any more
     */
    List<BlobHash> drop(Place place);

    /**
     * Claims blobs that no row has needed since {@code before}, so that their bytes can be removed. While a blob is claimed, no object of it can be
     * stored; {@link #removed} ends that.
     */
    List<BlobHash> claimWaste(Instant before, int most);

    /** The bytes of claimed blobs are gone. */
    void removed(List<BlobHash> blobs);
}
