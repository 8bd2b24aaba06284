// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.sync.dimse.message.CommandField;
import org.wardlight.sync.dimse.message.CommandSet;
import org.wardlight.sync.dimse.message.CommandTag;
import org.wardlight.sync.dimse.message.Commands;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.message.QueryTag;
import org.wardlight.sync.dimse.message.Root;
import org.wardlight.sync.dimse.message.Services;
import org.wardlight.sync.dimse.message.Status;
import org.wardlight.sync.dimse.net.Association;
import org.wardlight.sync.dimse.net.DataSets;
import org.wardlight.sync.dimse.net.Incoming;
import org.wardlight.sync.dimse.net.Offer;
import org.wardlight.sync.dimse.net.Proposal;
import org.wardlight.sync.dimse.net.Requestor;
import org.wardlight.sync.dimse.scp.DimseConfig;
import org.wardlight.sync.dimse.scp.DimseServer;
import org.wardlight.sync.dimse.scp.DimseServices;
import org.wardlight.sync.dimse.scp.Expected;
import org.wardlight.sync.dimse.scp.Handler;
import org.wardlight.sync.dimse.scp.Witness;
import org.wardlight.sync.dimse.scu.CommitScu;
import org.wardlight.sync.dimse.scu.CommitScu.Reference;
import org.wardlight.sync.dimse.scu.Commitment;
import org.wardlight.sync.dimse.scu.FindScu;
import org.wardlight.sync.dimse.scu.SendReport;
import org.wardlight.sync.dimse.scu.StoreScu;
import org.wardlight.sync.dimse.scu.WorklistKeys;

/** Peers with habits that the standard does not foresee, and services that only others provide. */
class ForgetfulPeerTest {
    private interface Answering {
        void answer(Association association, Incoming request) throws IOException;
    }

    private record Scripted(int commandField, String sopClass, Answering answering) implements Handler {
        @Override
        public boolean serves(String abstractSyntax) {
            return abstractSyntax.equals(sopClass);
        }

        @Override
        public Offer.Service terms() {
            return new Offer.Service(
                    proposed ->
                            proposed.stream().filter(Proposal.NATIVE::contains).findFirst(),
                    true,
                    true,
                    false);
        }

        @Override
        public void handle(Association association, Incoming request) throws IOException {
            answering.answer(association, request);
        }
    }

    private static DimseServer server(Handler... handlers) throws IOException {
        DimseConfig config = DimseConfig.loopback(0, new AeTitle("PACS"), List::of)
                .withPromiscuous(true)
                .withTimeouts(Timeouts.all(Duration.ofSeconds(10)));
        return DimseServer.start(config, List.of(handlers));
    }

    private static Peer at(DimseServer server) {
        return Peer.parse("PACS@127.0.0.1:" + server.port());
    }

    private static void end(Association association, Incoming request, int status) throws IOException {
        association.send(
                request.context(), Commands.response(request.command(), status).build());
    }

    private static Handler finding(String sopClass, DataSet match) {
        return new Scripted(CommandField.C_FIND, sopClass, (association, request) -> {
            request.drain();
            CommandSet pending = Commands.response(request.command(), Status.PENDING)
                    .withData()
                    .build();
            DataSets.send(association, request.context(), pending, match);
            end(association, request, Status.SUCCESS);
        });
    }

    @Test
    void d11_names_without_a_character_set_are_read_in_the_one_that_is_set_for_the_peer() throws Exception {
        byte[] greek = "Παπαδόπουλος^Γιώργος".getBytes(Charset.forName("ISO-8859-7"));
        DataSet match = DataSet.builder().bytes(Tag.PATIENT_NAME, Vr.PN, greek).build();
        try (DimseServer pacs = server(finding(Root.STUDY.find(), match))) {
            DataSet found = new FindScu(TestNode.requestor("SCU"))
                    .find(at(pacs).withCharacterSet("ISO_IR 126"), Root.STUDY, Level.STUDY, DataSet.EMPTY, 5)
                    .matches()
                    .get(0);
            assertThat(found.string(Tag.PATIENT_NAME)).contains("Παπαδόπουλος^Γιώργος");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0111, 0xB000, 0xB007, 0x0000})
    void h06_that_an_object_is_there_already_and_warnings_count_as_arrived(int status) throws Exception {
        Handler storing = new Scripted(CommandField.C_STORE, "1.2.840.10008.5.1.4.1.1.2", (association, request) -> {
            request.drain();
            end(association, request, status);
        });
        try (DimseServer pacs = server(storing)) {
            SendReport report = new StoreScu(TestNode.requestor("SCU"))
                    .send(at(pacs), OwnToOwnTest.outgoing(Fixtures.ct().slices(2), 2), sent -> {});
            assertThat(report.allArrived()).isTrue();
            assertThat(report.warnings()).isEqualTo(status == 0 ? 0 : 2);
        }
    }

    @Test
    void h05_what_the_peer_refuses_fails_alone_and_at_once() throws Exception {
        Handler onlyMr = new Scripted(
                CommandField.C_STORE, "1.2.840.10008.5.1.4.1.1.4", (association, request) -> request.drain());
        try (DimseServer pacs = server(onlyMr)) {
            long start = System.nanoTime();
            SendReport report = new StoreScu(TestNode.requestor("SCU"))
                    .send(at(pacs), OwnToOwnTest.outgoing(Fixtures.ct().slices(2), 2), sent -> {});
            assertThat(report.failed())
                    .hasSize(2)
                    .allMatch(sent -> !sent.reason().isEmpty());
            assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        }
    }

    @Test
    void a_worklist_tells_what_is_scheduled() throws Exception {
        DataSet step = DataSet.builder().string(Tag.MODALITY, "CT").build();
        DataSet match = DataSet.builder()
                .string(Tag.PATIENT_ID, "W1")
                .items(QueryTag.SCHEDULED_PROCEDURE_STEP_SEQUENCE, step)
                .build();
        try (DimseServer ris = server(finding(Services.WORKLIST_FIND, match))) {
            DataSet keys = new WorklistKeys("CT1", "20261125", "CT", "").toDataSet();
            assertThat(new FindScu(TestNode.requestor("SCU"))
                            .worklist(at(ris), keys, 10)
                            .matches())
                    .singleElement()
                    .satisfies(found -> assertThat(found.item(QueryTag.SCHEDULED_PROCEDURE_STEP_SEQUENCE)
                                    .flatMap(item -> item.string(Tag.MODALITY)))
                            .contains("CT"));
        }
    }

    private static DataSet report(String transaction) {
        DataSet good = DataSet.builder()
                .string(Tag.REFERENCED_SOP_CLASS_UID, "1.2.3")
                .string(Tag.REFERENCED_SOP_INSTANCE_UID, "2.25.1")
                .build();
        DataSet bad = DataSet.builder()
                .string(Tag.REFERENCED_SOP_CLASS_UID, "1.2.3")
                .string(Tag.REFERENCED_SOP_INSTANCE_UID, "2.25.2")
                .integer(QueryTag.FAILURE_REASON, Vr.US, 0x0112)
                .build();
        return DataSet.builder()
                .string(QueryTag.TRANSACTION_UID, Vr.UI, transaction)
                .items(QueryTag.REFERENCED_SOP_SEQUENCE, good)
                .items(QueryTag.FAILED_SOP_SEQUENCE, bad)
                .build();
    }

    private static CommandSet event(int messageId) {
        return CommandSet.builder(CommandField.N_EVENT_REPORT)
                .uid(CommandTag.AFFECTED_SOP_CLASS, Services.STORAGE_COMMITMENT)
                .uid(CommandTag.AFFECTED_SOP_INSTANCE, Services.STORAGE_COMMITMENT_INSTANCE)
                .number(CommandTag.MESSAGE_ID, messageId)
                .number(CommandTag.EVENT_TYPE, 2)
                .withData()
                .build();
    }

    private static final Commitment EXPECTED = new Commitment("2.25.99", List.of("2.25.1"), Map.of("2.25.2", 0x0112));
    private static final List<Reference> OBJECTS =
            List.of(new Reference("1.2.3", "2.25.1"), new Reference("1.2.3", "2.25.2"));

    @Test
    void the_result_of_storage_commitment_is_taken_on_the_same_association() throws Exception {
        Handler committing =
                new Scripted(CommandField.N_ACTION, Services.STORAGE_COMMITMENT, (association, request) -> {
                    request.drain();
                    end(association, request, Status.SUCCESS);
                    DataSets.send(association, request.context(), event(7), report("2.25.99"));
                    association.response(7).drain();
                });
        try (DimseServer pacs = server(committing)) {
            CommitScu.Asked asked = new CommitScu(TestNode.requestor("SCU"))
                    .request(at(pacs), "2.25.99", OBJECTS, Duration.ofSeconds(5));
            assertThat(asked.status()).isZero();
            assertThat(asked.result()).contains(EXPECTED);
        }
    }

    @Test
    void the_result_of_storage_commitment_is_taken_on_an_association_that_the_peer_opens() throws Exception {
        BlockingQueue<Commitment> results = new LinkedBlockingQueue<>();
        TestNode store = TestNode.knowing();
        Requestor pacs = TestNode.requestor("PACS");
        DimseConfig config = DimseConfig.loopback(0, TestNode.TITLE, List::of).withPromiscuous(true);
        List<Handler> handlers = DimseServices.all(
                store.catalog,
                store.blobs,
                (arrival, from, data) -> {
                    throw new IOException("nothing comes");
                },
                new Expected(),
                pacs,
                List::of,
                results::add,
                Witness.SILENT);
        try (store;
                DimseServer us = DimseServer.start(config, handlers)) {
            Proposal proposal = new Proposal.Builder()
                    .add(Services.STORAGE_COMMITMENT, Proposal.NATIVE)
                    .role(Services.STORAGE_COMMITMENT, false, true)
                    .build();
            try (Association association = pacs.open(Peer.parse("WARDLIGHT@127.0.0.1:" + us.port()), proposal)) {
                var context = association.contexts().iterator().next();
                assertThat(context.requestorScp()).isTrue();
                int id = association.nextMessageId();
                DataSets.send(association, context, event(id), report("2.25.99"));
                assertThat(association.response(id).command().status()).isZero();
                association.release();
            }
            assertThat(Optional.ofNullable(results.poll(5, TimeUnit.SECONDS))).contains(EXPECTED);
        }
    }
}
