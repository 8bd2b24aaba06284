// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.pull;

import java.io.IOException;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.scu.Puller;
import org.wardlight.sync.dimse.scu.Puller.Pulled;
import org.wardlight.sync.dimse.scu.Puller.Way;
import org.wardlight.sync.dimse.scu.RetrieveScu.Watch;

/**
 * Fetches a study by whatever way works: C-GET, then C-MOVE, then DICOMweb where the peer has that. Thread-safe.
 */
public record StudyPuller(Puller dimse, WebPuller web) {
    /** @throws IOException when the peer cannot be asked at all, by any way */
    public Pulled pull(Peer peer, String study, Way way, WebPuller.Progress progress) throws IOException {
        if (way == Way.WEB) {
            if (peer.web().isEmpty()) {
                throw new IOException("no DICOMweb address is known of this peer");
            }
            return web.pull(peer, study, progress);
        }
        try {
            Pulled pulled = dimse.pull(peer, study, way, watch(progress));
            boolean isOver =
                    pulled.isComplete() || way != Way.AUTO || peer.web().isEmpty();
            return isOver ? pulled : web.pull(peer, study, progress);
        } catch (IOException failed) {
            if (way != Way.AUTO || peer.web().isEmpty()) {
                throw failed;
            }
            return web.pull(peer, study, progress);
        }
    }

    private static Watch watch(WebPuller.Progress progress) {
        boolean[] stop = {false};
        return Watch.of(
                counts -> stop[0] = !progress.at(counts.completed() + counts.warning(), counts.total()), () -> stop[0]);
    }
}
