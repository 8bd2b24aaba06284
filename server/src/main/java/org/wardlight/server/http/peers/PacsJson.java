// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.peers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.peer.PullJob;

/** Searches of archives and what is fetched from them, in JSON. */
final class PacsJson {
    private PacsJson() {}

    /** @param pacs names */
    record PacsList(List<String> pacs) {}

    /**
     * What a search found.
     *
     * @param more whether there is more than this
     * @param trouble why the archive gave nothing, in words; empty when it did
     */
    record Found(List<Study> studies, boolean more, String trouble) {
        /**
         * A study there.
         *
         * @param birthDate as DICOM has it, yyyymmdd
         * @param objects how many the archive says it has; 0 when it does not
         * @param here how many of them are here
         */
        record Study(
                String study,
                String patient,
                String patientId,
                String birthDate,
                String date,
                String description,
                List<String> modalities,
                int objects,
                int here) {}
    }

    /** @param about whom and what, for the list of what is fetched */
    record Wanted(
            @Nullable String peer,
            @Nullable String study,
            @Nullable String about) {}

    /** Newest first. */
    record FetchList(List<Line> fetches) {
        record Line(
                long id,
                String peer,
                String study,
                String about,
                String state,
                int have,
                int of,
                String message,
                String at) {}

        static Line line(PullJob job) {
            return new Line(
                    job.id(),
                    job.peer(),
                    job.study(),
                    job.about(),
                    PeerJson.word(job.state()),
                    job.have(),
                    job.of(),
                    job.message(),
                    job.changedAt().toString());
        }
    }
}
