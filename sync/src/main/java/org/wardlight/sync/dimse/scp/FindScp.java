// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.message.CommandField;
import org.wardlight.sync.dimse.message.CommandSet;
import org.wardlight.sync.dimse.message.Commands;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.message.QueryTag;
import org.wardlight.sync.dimse.message.Root;
import org.wardlight.sync.dimse.message.Status;
import org.wardlight.sync.dimse.net.Association;
import org.wardlight.sync.dimse.net.DataSets;
import org.wardlight.sync.dimse.net.Incoming;
import org.wardlight.sync.dimse.net.Offer;
import org.wardlight.sync.dimse.query.CatalogSearch;
import org.wardlight.sync.sqlite.StoreFailure;

/** Query (PS3.4 C.4.1.3), Patient Root and Study Root, hierarchical and relational. */
final class FindScp implements Handler {
    private static final String UTF_8 = "ISO_IR 192";
    private static final int NOT_OFTENER = 16;

    private final CatalogSearch search;
    private final Witness witness;

    FindScp(CatalogSearch search, Witness witness) {
        this.search = search;
        this.witness = witness;
    }

    @Override
    public int commandField() {
        return CommandField.C_FIND;
    }

    @Override
    public boolean serves(String abstractSyntax) {
        return abstractSyntax.equals(Root.STUDY.find()) || abstractSyntax.equals(Root.PATIENT.find());
    }

    @Override
    public Offer.Service terms() {
        return new Offer.Service(Syntaxes::plain, true, false, true);
    }

    @Override
    public Optional<Peer.Right> right() {
        return Optional.of(Peer.Right.QUERY);
    }

    @Override
    public void handle(Association association, Incoming request) throws IOException {
        DataSet keys = DataSets.read(request);
        Optional<Level> level = keys.string(QueryTag.QUERY_RETRIEVE_LEVEL).flatMap(Level::of);
        if (level.isEmpty()) {
            end(
                    association,
                    request,
                    Status.DOES_NOT_MATCH_CLASS,
                    "Query/Retrieve Level (0008,0052) is missing or unknown");
            return;
        }
        if (lacksParent(level.get(), keys) && !relational(association, request)) {
            end(
                    association,
                    request,
                    Status.DOES_NOT_MATCH_CLASS,
                    "Study Instance UID (0020,000D) is needed at this level");
            return;
        }
        try {
            answer(association, request, level.get(), keys);
        } catch (StoreFailure failing) {
            end(association, request, Status.OUT_OF_RESOURCES, "the catalog cannot be read");
        }
    }

    /** Without a UID there is no telling which series are meant (PS3.4 C.4.1.2.2.1). */
    private static boolean lacksParent(Level level, DataSet keys) {
        return level.compareTo(Level.STUDY) > 0
                && keys.string(Tag.STUDY_INSTANCE_UID).isEmpty()
                && keys.string(Tag.SERIES_INSTANCE_UID).isEmpty()
                && keys.string(Tag.SOP_INSTANCE_UID).isEmpty();
    }

    private static boolean relational(Association association, Incoming request) {
        return association.peer().extended().stream()
                .anyMatch(one -> one.sopClass().equals(request.context().abstractSyntax()) && one.relational());
    }

    private void answer(Association association, Incoming request, Level level, DataSet keys) throws IOException {
        int id = request.command().messageId();
        CommandSet pending =
                Commands.response(request.command(), Status.PENDING).withData().build();
        int[] sent = {0};
        boolean[] cancelled = {false};
        search.search(level, keys, match -> {
            DataSetBuilder answer = match.toBuilder()
                    .string(QueryTag.QUERY_RETRIEVE_LEVEL, Vr.CS, level.name())
                    .string(
                            QueryTag.RETRIEVE_AE_TITLE,
                            Vr.AE,
                            association.called().value())
                    .string(QueryTag.INSTANCE_AVAILABILITY, Vr.CS, "ONLINE");
            DataSets.send(association, request.context(), pending, spoken(answer, keys));
            cancelled[0] = sent[0]++ % NOT_OFTENER == 0 && association.cancelled(id);
            return !cancelled[0];
        });
        witness.searched(association, level, words(keys), sent[0]);
        end(association, request, cancelled[0] ? Status.CANCELLED : Status.SUCCESS, "");
    }

    /** What was searched for, of what tells whom it was about. */
    private static String words(DataSet keys) {
        return Stream.of(
                        Tag.PATIENT_ID,
                        Tag.PATIENT_NAME,
                        Tag.PATIENT_BIRTH_DATE,
                        Tag.ACCESSION_NUMBER,
                        Tag.STUDY_DATE,
                        Tag.STUDY_INSTANCE_UID)
                .flatMap(tag -> keys.string(tag).stream()
                        .filter(value -> !value.isBlank())
                        .map(value -> Tag.format(tag) + "=" + value))
                .collect(Collectors.joining(" "));
    }

    /** In the character set that was asked in, when that can say it; else in UTF-8. */
    private static DataSet spoken(DataSetBuilder answer, DataSet keys) throws IOException {
        Optional<String> asked = keys.string(Tag.SPECIFIC_CHARACTER_SET)
                .filter(term -> keys.strings(Tag.SPECIFIC_CHARACTER_SET).size() == 1);
        if (asked.isPresent()) {
            DataSet answered =
                    answer.string(Tag.SPECIFIC_CHARACTER_SET, asked.get()).build();
            try {
                DicomWriter.writeDataSet(answered, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, new ByteArrayOutputStream());
                return answered;
            } catch (IllegalArgumentException lacksCharacters) {
                // the next best
            }
        }
        return answer.string(Tag.SPECIFIC_CHARACTER_SET, UTF_8).build();
    }

    private static void end(Association association, Incoming request, int status, String reason) throws IOException {
        CommandSet.Builder response = Commands.response(request.command(), status);
        association.send(request.context(), Commands.comment(response, reason).build());
    }
}
