// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.pull;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.scu.Puller;
import org.wardlight.sync.dimse.scu.Puller.Pulled;
import org.wardlight.sync.dimse.scu.Puller.Way;
import org.wardlight.sync.ingest.IngestItem;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.ingest.Outcome;

/**
 * Fetches a study by DICOMweb: asks what there is, then for each object that is not here yet, so that a second run goes on where the first
 * one ended. One object that fails does not stop the others. Thread-safe.
 *
 * @param here what is here already, and told how much is to come
 */
public record WebPuller(WebArchive archive, Ingester ingester, Puller.Here here) {
    private static final int ROUNDS = 2;
    private static final int MOST = 1_000_000;

    /** Hears how many of how many are here. */
    @FunctionalInterface
    public interface Progress {
        /** @return false to stop */
        boolean at(int have, int of);
    }

    private record Item(String series, String instance) {}

    /** @throws IOException when the archive cannot be asked what it has */
    public Pulled pull(Peer peer, String study, Progress progress) throws IOException {
        List<Item> items = items(peer.web(), study);
        if (items.isEmpty()) {
            return new Pulled(study, 0, 0, List.of(), Way.WEB, "the peer has no such study");
        }
        here.expects(study, items.size());
        String message = "";
        for (int round = 0; round < ROUNDS; round++) {
            List<Item> missing = missing(items);
            if (missing.isEmpty()) {
                break;
            }
            int done = items.size() - missing.size();
            for (Item item : missing) {
                if (!progress.at(done, items.size())) {
                    return report(study, items, "stopped");
                }
                String reason = fetch(peer.web(), study, item);
                message = reason.isEmpty() ? message : reason;
                done += reason.isEmpty() ? 1 : 0;
            }
            progress.at(done, items.size());
        }
        return report(study, items, message);
    }

    private Pulled report(String study, List<Item> items, String message) {
        List<String> missing = missing(items).stream().map(Item::instance).toList();
        int present = items.size() - missing.size();
        return new Pulled(study, items.size(), present, missing, Way.WEB, missing.isEmpty() ? "" : message);
    }

    private List<Item> missing(List<Item> items) {
        return items.stream().filter(item -> !here.has(item.instance())).toList();
    }

    private List<Item> items(String base, String study) throws IOException {
        return archive.search(base, "/studies/" + study + "/instances", Map.of(), Tag.SOP_INSTANCE_UID, MOST).stream()
                .map(row -> new Item(text(row, Tag.SERIES_INSTANCE_UID), text(row, Tag.SOP_INSTANCE_UID)))
                .filter(item -> isUid(item.series()) && isUid(item.instance()))
                .toList();
    }

    private static String text(DataSet row, int tag) {
        return row.string(tag).orElse("");
    }

    private static boolean isUid(String text) {
        return text.matches("[0-9.]{1,64}");
    }

    /** @return why it failed, in words; empty when it did not */
    private String fetch(String base, String study, Item item) {
        try {
            Outcome[] outcome = new Outcome[1];
            archive.fetch(
                    base,
                    study,
                    item.series(),
                    item.instance(),
                    object -> outcome[0] = ingester.ingest(IngestItem.stream(item.instance(), object)));
            return outcome[0].kind() == Outcome.Kind.REJECTED ? outcome[0].reason() : "";
        } catch (IOException failed) {
            return failed.getMessage() == null ? "the connection failed" : failed.getMessage();
        }
    }
}
