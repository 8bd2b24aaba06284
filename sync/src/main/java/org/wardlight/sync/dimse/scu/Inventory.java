// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scu;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.message.QueryTag;
import org.wardlight.sync.dimse.message.Root;

/**
 * What a peer has of a study, asked level by level.
 *
 * @param stated the number of objects that the peer states for the study; -1 when it states none
 * @param objects those that it lists; empty when it lists none
 */
record Inventory(int stated, List<Item> objects) {
    private static final int MOST = 1_000_000;

    /** An object; the class is empty when the peer does not tell it. */
    record Item(String series, String sopInstance, String sopClass) {}

    /** @throws IOException when the peer cannot be asked or refuses */
    static Inventory of(FindScu find, Peer peer, String study) throws IOException {
        DataSet studyKeys = DataSet.builder()
                .string(Tag.STUDY_INSTANCE_UID, study)
                .string(Tag.NUMBER_OF_STUDY_RELATED_INSTANCES, Vr.IS)
                .build();
        List<DataSet> studies = matches(find, peer, Level.STUDY, studyKeys);
        if (studies.isEmpty()) {
            return new Inventory(0, List.of());
        }
        int stated =
                studies.get(0).integer(Tag.NUMBER_OF_STUDY_RELATED_INSTANCES).orElse(-1);
        DataSet seriesKeys = DataSet.builder()
                .string(Tag.STUDY_INSTANCE_UID, study)
                .string(Tag.SERIES_INSTANCE_UID)
                .string(QueryTag.NUMBER_OF_SERIES_RELATED_INSTANCES, Vr.IS)
                .build();
        List<Item> objects = new ArrayList<>();
        for (DataSet series : matches(find, peer, Level.SERIES, seriesKeys)) {
            String uid = series.string(Tag.SERIES_INSTANCE_UID).orElse("");
            if (!uid.isEmpty()) {
                objects.addAll(objects(find, peer, study, uid));
            }
        }
        return new Inventory(stated, objects);
    }

    private static List<Item> objects(FindScu find, Peer peer, String study, String series) throws IOException {
        DataSet keys = DataSet.builder()
                .string(Tag.STUDY_INSTANCE_UID, study)
                .string(Tag.SERIES_INSTANCE_UID, series)
                .string(Tag.SOP_INSTANCE_UID)
                .string(Tag.SOP_CLASS_UID)
                .build();
        return matches(find, peer, Level.IMAGE, keys).stream()
                .flatMap(match -> match.string(Tag.SOP_INSTANCE_UID).stream()
                        .map(uid -> new Item(
                                series, uid, match.string(Tag.SOP_CLASS_UID).orElse(""))))
                .toList();
    }

    private static List<DataSet> matches(FindScu find, Peer peer, Level level, DataSet keys) throws IOException {
        Found found = find.find(peer, Root.STUDY, level, keys, MOST);
        if (found.isRefused()) {
            throw new IOException("the peer does not answer queries: " + found.words());
        }
        return found.matches();
    }

    /** The classes of the listed objects; the usual ones of all modalities when it does not tell them. */
    Set<String> sopClasses() {
        Set<String> classes = new LinkedHashSet<>();
        objects.stream().map(Item::sopClass).filter(uid -> !uid.isEmpty()).forEach(classes::add);
        return classes.isEmpty()
                        || objects.stream().anyMatch(item -> item.sopClass().isEmpty())
                ? UsualClasses.with(classes)
                : classes;
    }

    int expected() {
        return Math.max(stated, objects.size());
    }
}
