// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.sync.account.AuditEntry;
import org.wardlight.sync.account.AuditEntry.Action;
import org.wardlight.sync.account.AuditEntry.Outcome;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.Peer.Right;
import org.wardlight.sync.dimse.Timeouts;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.message.Root;
import org.wardlight.sync.dimse.net.Requestor;
import org.wardlight.sync.dimse.scp.DimseServer;
import org.wardlight.sync.dimse.scu.EchoScu;
import org.wardlight.sync.dimse.scu.FindScu;
import org.wardlight.sync.dimse.scu.Outgoing;
import org.wardlight.sync.dimse.scu.RetrieveScu;
import org.wardlight.sync.dimse.scu.RetrieveScu.Watch;
import org.wardlight.sync.dimse.scu.StoreScu;
import org.wardlight.sync.ingest.IngestItem;

/** What a peer does, and what it is refused, is in the audit, with who, from where and how much. */
class DimseAuditTest {
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final Fixtures STUDY = Fixtures.ct().slices(3).patient("Zzaudit^Ann", "A1");

    private Node node;
    private DimseServer server;
    private Peer us;

    @BeforeEach
    void start() throws Exception {
        node = Wiring.inMemory(Clock.systemUTC());
        node.peerBook().put(Peer.at("CT room", new AeTitle("CT1"), "127.0.0.1", 1));
        node.peerBook()
                .put(Peer.at("Reading room", new AeTitle("WS1"), "127.0.0.1", 1).withRights(EnumSet.of(Right.QUERY)));
        server = DicomNode.silent(node).listen();
        us = Peer.parse("WARDLIGHT@127.0.0.1:" + server.port());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        node.close();
    }

    private static Requestor as(String title) {
        return new Requestor(new AeTitle(title), Timeouts.STANDARD, Optional.empty());
    }

    private List<Outgoing> objects(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> new Outgoing(
                        CT, STUDY.instanceUid(i), "1.2.840.10008.1.2.1", () -> new MemoryByteSource(STUDY.bytes(i))))
                .toList();
    }

    /** Oldest first; waits for the entries of an association, which are written when it is over. */
    private List<AuditEntry> entries(int count) throws InterruptedException {
        for (int i = 0; i < 200 && page().size() < count; i++) {
            Thread.sleep(10);
        }
        return page();
    }

    private List<AuditEntry> page() {
        return node.security().audit().page(Long.MAX_VALUE, 100, null).stream()
                .sorted(java.util.Comparator.comparingLong(AuditEntry::id))
                .toList();
    }

    @Test
    void what_is_sent_in_is_one_entry_a_study_with_how_many() throws Exception {
        new StoreScu(as("CT1")).send(us, objects(3), sent -> {});
        assertThat(entries(2))
                .extracting(AuditEntry::actor, AuditEntry::action, AuditEntry::outcome, AuditEntry::study)
                .containsExactly(
                        tuple("peer:CT room", Action.ASSOCIATE, Outcome.DONE, null),
                        tuple("peer:CT room", Action.STORE, Outcome.DONE, STUDY.studyUid()));
        assertThat(page().get(1).detail()).isEqualTo("CT1: C-STORE: 3 objects kept, 0 not");
        assertThat(page()).allMatch(entry -> entry.origin().equals("127.0.0.1"));
    }

    @Test
    void searches_and_retrievals_say_what_for_and_how_much() throws Exception {
        for (int i = 0; i < 3; i++) {
            node.ingester().ingest(IngestItem.stream("x", new ByteArrayInputStream(STUDY.bytes(i))));
        }
        DataSet keys = DataSet.builder().string(Tag.PATIENT_ID, "A1").build();
        new FindScu(as("WS1")).find(us, Root.STUDY, Level.STUDY, keys, 10);
        DataSet study = DataSet.builder()
                .string(Tag.STUDY_INSTANCE_UID, STUDY.studyUid())
                .build();
        Watch watch = Watch.of(counts -> {}, () -> false);
        new RetrieveScu(as("WS1")).move(us, Root.STUDY, Level.STUDY, study, new AeTitle("CT1"), watch);
        List<String> details =
                entries(4).stream().map(AuditEntry::detail).map(String::valueOf).toList();
        assertThat(details).contains("WS1: C-FIND STUDY: 1 matches for (0010,0020)=A1");
        assertThat(page())
                .filteredOn(entry -> entry.action() == Action.EXPORT)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.study()).isEqualTo(STUDY.studyUid());
                    assertThat(entry.outcome()).isEqualTo(Outcome.FAILED);
                    assertThat(entry.detail()).isEqualTo("WS1: C-MOVE to CT1: 0 objects sent, 3 not");
                });
    }

    @Test
    void who_is_turned_away_or_may_not_do_what_is_asked_is_written_too() throws Exception {
        assertThat(refused(() -> new EchoScu(as("STRANGER")).echo(us))).isTrue();
        assertThat(refused(() -> new EchoScu(as("CT1")).echo(Peer.parse("OTHER@127.0.0.1:" + server.port()))))
                .isTrue();
        new StoreScu(as("WS1")).send(us, objects(1), sent -> {});
        assertThat(entries(4))
                .extracting(AuditEntry::actor, AuditEntry::outcome, AuditEntry::detail)
                .containsExactly(
                        tuple(
                                "ae:STRANGER",
                                Outcome.REFUSED,
                                "association refused, calling WARDLIGHT: no peer of that AE title at that address"),
                        tuple(
                                "ae:CT1",
                                Outcome.REFUSED,
                                "association refused, calling OTHER: called by another AE title than ours"),
                        tuple("peer:Reading room", Outcome.DONE, "WS1: association accepted, calling WARDLIGHT"),
                        tuple("peer:Reading room", Outcome.REFUSED, "WS1: C-STORE: not allowed to this peer"));
        assertThat(node.security().audit().broken()).isEmpty();
    }

    private interface Call {
        int run() throws IOException;
    }

    private static boolean refused(Call call) {
        try {
            call.run();
            return false;
        } catch (IOException refusal) {
            return true;
        }
    }
}
