// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scu;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.DimseFailure;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.message.Root;
import org.wardlight.sync.dimse.net.Requestor;
import org.wardlight.sync.dimse.net.Responder;
import org.wardlight.sync.dimse.scu.RetrieveScu.Watch;

/**
 * Fetches a whole study from a peer: C-GET first, since it needs nobody to call back; C-MOVE where that is refused. What is here by then is
 * compared with what the peer lists, and only what is missing is asked for again. Thread-safe.
 *
 * @param store takes the objects that C-GET brings
 * @param destination AE title of the server here that takes what C-MOVE brings; empty when none listens
 * @param here what is here of what the peer has
 */
public record Puller(Requestor requestor, Responder store, Optional<AeTitle> destination, Here here) {
    private static final int ROUNDS = 3;
    /** UIDs in one request: 64 bytes each, so that keys stay small. */
    private static final int AT_ONCE = 200;

    /** Knows what is here, and learns what there is. */
    @FunctionalInterface
    public interface Here {
        /** Whether an object of this SOP Instance UID is here. */
        boolean has(String instance);

        /** The peer says that a study has so many objects. */
        default void expects(String study, int objects) {}
    }

    /** Which service to use. */
    public enum Way {
        AUTO,
        GET,
        MOVE,
        /** DICOMweb; not by this class. */
        WEB
    }

    /**
     * How a pull ended.
     *
     * @param expected how many objects the peer says the study has
     * @param missing SOP Instance UIDs that the peer lists and that are not here
     * @param way the service that was used last
     * @param message what went wrong, in plain words; empty when nothing did
     */
    public record Pulled(String study, int expected, int present, List<String> missing, Way way, String message) {
        public Pulled {
            missing = List.copyOf(missing);
        }

        public boolean isComplete() {
            return expected > 0 && missing.isEmpty() && present >= expected;
        }
    }

    /**
     * Fetches a study.
     *
     * @throws IOException when the peer cannot be asked what it has
     */
    public Pulled pull(Peer peer, String study, Way asked, Watch watch) throws IOException {
        Inventory inventory = Inventory.of(new FindScu(requestor), peer, study);
        if (inventory.expected() == 0) {
            return new Pulled(study, 0, 0, List.of(), asked, "the peer has no such study");
        }
        here.expects(study, inventory.expected());
        Way way = asked == Way.AUTO ? Way.GET : asked;
        String message = "";
        for (int round = 0; round < ROUNDS && !watch.stop(); round++) {
            List<Inventory.Item> missing = missing(inventory);
            if (round > 0 && missing.isEmpty()) {
                break;
            }
            boolean whole = round == 0 && missing.size() == inventory.objects().size();
            try {
                message = whole || inventory.objects().isEmpty()
                        ? fetch(peer, way, Level.STUDY, study(study), inventory, counting(study, inventory, watch))
                        : fetch(peer, way, study, missing, inventory, watch);
            } catch (DimseFailure failure) {
                message = String.valueOf(failure.getMessage());
            }
            boolean nothingCame = missing(inventory).size() == missing.size();
            if (nothingCame && asked == Way.AUTO && way == Way.GET && destination.isPresent()) {
                way = Way.MOVE;
            }
        }
        return report(study, inventory, way, message);
    }

    /** A provider that counts more suboperations than it listed objects knows of more. */
    private Watch counting(String study, Inventory inventory, Watch watch) {
        return Watch.of(
                counts -> {
                    if (counts.total() > inventory.expected()) {
                        here.expects(study, counts.total());
                    }
                    watch.progress(counts);
                },
                watch::stop);
    }

    private Pulled report(String study, Inventory inventory, Way way, String message) {
        List<String> missing =
                missing(inventory).stream().map(Inventory.Item::sopInstance).toList();
        int present = inventory.objects().size() - missing.size();
        return new Pulled(study, inventory.expected(), present, missing, way, missing.isEmpty() ? "" : message);
    }

    private List<Inventory.Item> missing(Inventory inventory) {
        return inventory.objects().stream()
                .filter(item -> !here.has(item.sopInstance()))
                .toList();
    }

    private static DataSet study(String uid) {
        return DataSet.builder().string(Tag.STUDY_INSTANCE_UID, uid).build();
    }

    /** Only what is missing, series by series. */
    private String fetch(
            Peer peer, Way way, String study, List<Inventory.Item> missing, Inventory inventory, Watch watch)
            throws IOException {
        Map<String, List<String>> bySeries = missing.stream()
                .collect(Collectors.groupingBy(
                        Inventory.Item::series,
                        LinkedHashMap::new,
                        Collectors.mapping(Inventory.Item::sopInstance, Collectors.toList())));
        String message = "";
        for (Map.Entry<String, List<String>> series : bySeries.entrySet()) {
            for (List<String> uids : parts(series.getValue())) {
                DataSet keys = study(study).toBuilder()
                        .string(Tag.SERIES_INSTANCE_UID, series.getKey())
                        .string(Tag.SOP_INSTANCE_UID, uids.toArray(String[]::new))
                        .build();
                String words = fetch(peer, way, Level.IMAGE, keys, inventory, watch);
                message = words.isEmpty() ? message : words;
            }
        }
        return message;
    }

    private static List<List<String>> parts(List<String> uids) {
        List<List<String>> parts = new ArrayList<>();
        for (int at = 0; at < uids.size(); at += AT_ONCE) {
            parts.add(uids.subList(at, Math.min(uids.size(), at + AT_ONCE)));
        }
        return parts;
    }

    /** @return what went wrong, in words; empty when nothing did */
    private String fetch(Peer peer, Way way, Level level, DataSet keys, Inventory inventory, Watch watch)
            throws IOException {
        RetrieveScu retrieve = new RetrieveScu(requestor);
        Retrieved end = way == Way.MOVE
                ? retrieve.move(peer, Root.STUDY, level, keys, destination.orElseThrow(Puller::nobodyListens), watch)
                : retrieve.get(peer, Root.STUDY, level, keys, inventory.sopClasses(), store, watch);
        return end.allDone() ? "" : (way == Way.MOVE ? "C-MOVE: " : "C-GET: ") + end.words();
    }

    private static DimseFailure nobodyListens() {
        return new DimseFailure(
                DimseFailure.Kind.UNREACHABLE, "C-MOVE needs a port here that the peer can call back to; none listens");
    }
}
