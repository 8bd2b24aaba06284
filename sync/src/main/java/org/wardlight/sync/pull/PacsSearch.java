// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.pull;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Element;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.sync.dimse.DimseFailure;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.message.Root;
import org.wardlight.sync.dimse.query.Sought;
import org.wardlight.sync.dimse.scu.FindScu;
import org.wardlight.sync.dimse.scu.Found;

/** Searches an archive for studies: by C-FIND, and by QIDO-RS where that cannot be. What does not match the question is left out. Thread-safe. */
public record PacsSearch(FindScu find, WebArchive web) {
    /**
     * What to search for; empty matches all.
     *
     * @param name wild cards allowed
     * @param date yyyymmdd, or a range {@code from-to}
     */
    public record Question(String name, String id, String date, String modality, String accession) {
        /** The keys, with all that is asked to be told. */
        public DataSet keys() {
            DataSetBuilder keys = DataSet.builder()
                    .string(Tag.STUDY_TIME, Vr.TM)
                    .string(Tag.STUDY_DESCRIPTION, Vr.LO)
                    .string(Tag.STUDY_INSTANCE_UID, Vr.UI)
                    .string(Tag.PATIENT_BIRTH_DATE, Vr.DA)
                    .string(Tag.NUMBER_OF_STUDY_RELATED_INSTANCES, Vr.IS)
                    .string(Tag.ISSUER_OF_PATIENT_ID, Vr.LO);
            key(keys, Tag.PATIENT_NAME, Vr.PN, name);
            key(keys, Tag.PATIENT_ID, Vr.LO, id);
            key(keys, Tag.STUDY_DATE, Vr.DA, date);
            key(keys, Tag.MODALITIES_IN_STUDY, Vr.CS, modality);
            key(keys, Tag.ACCESSION_NUMBER, Vr.SH, accession);
            return keys.build();
        }

        private static void key(DataSetBuilder keys, int tag, Vr vr, String value) {
            if (value.isEmpty()) {
                keys.string(tag, vr);
            } else {
                keys.string(tag, vr, value);
            }
        }

        public boolean isEmpty() {
            return (name + id + date + modality + accession).isBlank();
        }
    }

    /** @throws IOException when the peer cannot be asked or refuses, in words */
    public List<DataSet> studies(Peer peer, Question question, int most) throws IOException {
        return studies(peer, question.keys(), most);
    }

    /** What a peer has of one study; the same {@code throws}. */
    public Optional<DataSet> study(Peer peer, String study) throws IOException {
        DataSet keys = new Question("", "", "", "", "")
                .keys().toBuilder().string(Tag.STUDY_INSTANCE_UID, Vr.UI, study).build();
        return studies(peer, keys, 1).stream().findFirst();
    }

    private List<DataSet> studies(Peer peer, DataSet keys, int most) throws IOException {
        List<DataSet> rows;
        try {
            Found found = find.find(peer, Root.STUDY, Level.STUDY, keys, most);
            if (found.isRefused()) {
                throw new IOException("it does not answer queries: " + found.words());
            }
            rows = found.matches();
        } catch (IOException failed) {
            if (peer.web().isEmpty()) {
                throw failed;
            }
            rows = byWeb(peer, keys, most);
        }
        return rows.stream().filter(row -> Sought.isAnswer(keys, row)).toList();
    }

    /** By DICOMweb alone. */
    public List<DataSet> byWeb(Peer peer, DataSet keys, int most) throws IOException {
        Map<String, String> query = new LinkedHashMap<>();
        for (Element key : keys.elements()) {
            String hex = String.format(java.util.Locale.ROOT, "%08X", key.tag());
            keys.string(key.tag()).ifPresentOrElse(value -> query.put(hex, value), () -> {});
        }
        query.put("includefield", "IssuerOfPatientID,StudyDescription,NumberOfStudyRelatedInstances,ModalitiesInStudy");
        return web.search(peer.web(), "/studies", query, Tag.STUDY_INSTANCE_UID, most).stream()
                .filter(row -> Sought.isAnswer(keys, row))
                .toList();
    }

    /** What went wrong, in words that can be shown. */
    public static String words(IOException failure) {
        String message = failure.getMessage();
        return failure instanceof DimseFailure || message != null ? String.valueOf(message) : "the connection failed";
    }
}
