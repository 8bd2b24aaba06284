// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.message.QueryTag;
import org.wardlight.sync.dimse.message.Root;
import org.wardlight.sync.dimse.message.Status;
import org.wardlight.sync.dimse.net.Association;
import org.wardlight.sync.dimse.net.Proposal;
import org.wardlight.sync.dimse.scp.DimseServices;
import org.wardlight.sync.dimse.scp.Expected;
import org.wardlight.sync.dimse.scp.IngesterIntake;
import org.wardlight.sync.dimse.scp.StoreScp;
import org.wardlight.sync.dimse.scu.EchoScu;
import org.wardlight.sync.dimse.scu.FindScu;
import org.wardlight.sync.dimse.scu.Found;
import org.wardlight.sync.dimse.scu.Outgoing;
import org.wardlight.sync.dimse.scu.RetrieveScu;
import org.wardlight.sync.dimse.scu.RetrieveScu.Watch;
import org.wardlight.sync.dimse.scu.Retrieved;
import org.wardlight.sync.dimse.scu.SendReport;
import org.wardlight.sync.dimse.scu.StoreScu;

/** Both sides are ours, over this machine's own network. */
class OwnToOwnTest {
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final Watch CALM = Watch.of(counts -> {}, () -> false);
    private static final Fixtures STUDY = Fixtures.ct().slices(5).patient("Ζωή^Ελένη", "123");

    static List<Outgoing> outgoing(Fixtures study, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Outgoing(
                        CT, study.instanceUid(i), "1.2.840.10008.1.2.1", () -> new MemoryByteSource(study.bytes(i))))
                .toList();
    }

    private static TestNode filled(String... titles) throws IOException {
        TestNode node = TestNode.knowing(titles);
        for (int i = 0; i < 5; i++) {
            node.put("slice " + i, new ByteArrayInputStream(STUDY.bytes(i)));
        }
        return node;
    }

    private static DataSet study(Fixtures study) {
        return DataSet.builder()
                .string(Tag.STUDY_INSTANCE_UID, study.studyUid())
                .build();
    }

    @Test
    void an_echo_is_answered() throws Exception {
        try (TestNode node = TestNode.knowing("SCU")) {
            assertThat(new EchoScu(TestNode.requestor("SCU")).echo(node.peer())).isEqualTo(Status.SUCCESS);
        }
    }

    @Test
    void what_is_sent_is_kept_and_sending_it_again_is_success_too() throws Exception {
        try (TestNode node = TestNode.knowing("SCU")) {
            StoreScu store = new StoreScu(TestNode.requestor("SCU"));
            SendReport first = store.send(node.peer(), outgoing(STUDY, 5), sent -> {});
            SendReport again = store.send(node.peer(), outgoing(STUDY, 5), sent -> {});
            assertThat(first.allArrived()).isTrue();
            assertThat(again.objects()).allMatch(sent -> sent.status() == Status.SUCCESS);
            assertThat(node.instances(STUDY.studyUid())).isEqualTo(5);
        }
    }

    @Test
    void what_is_announced_as_another_object_is_refused_alone() throws Exception {
        try (TestNode node = TestNode.knowing("SCU")) {
            Outgoing liar =
                    new Outgoing(CT, "2.25.666", "1.2.840.10008.1.2.1", () -> new MemoryByteSource(STUDY.bytes(0)));
            List<Outgoing> objects = new ArrayList<>(List.of(liar));
            objects.addAll(outgoing(STUDY, 2));
            SendReport report = new StoreScu(TestNode.requestor("SCU")).send(node.peer(), objects, sent -> {});
            assertThat(report.failed()).singleElement().satisfies(sent -> {
                assertThat(sent.status()).isEqualTo(Status.DOES_NOT_MATCH_CLASS);
                assertThat(sent.reason()).contains("announced as another object");
            });
        }
    }

    @Test
    void a_full_disk_fails_one_object_and_the_next_is_kept_when_there_is_space() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (TestNode node = TestNode.with(
                config -> config,
                intakes -> (arrival, from, data) -> {
                    if (calls.incrementAndGet() == 2) {
                        data.readNBytes(100);
                        throw new IOException("No space left on device");
                    }
                    return intakes.take(arrival, from, data);
                },
                "SCU")) {
            SendReport report =
                    new StoreScu(TestNode.requestor("SCU")).send(node.peer(), outgoing(STUDY, 5), sent -> {});
            assertThat(report.failed()).singleElement().satisfies(sent -> {
                assertThat(sent.status()).isEqualTo(Status.OUT_OF_RESOURCES);
                assertThat(sent.sopInstance()).isEqualTo(STUDY.instanceUid(1));
            });
            assertThat(new StoreScu(TestNode.requestor("SCU"))
                            .send(node.peer(), outgoing(STUDY, 5), sent -> {})
                            .allArrived())
                    .isTrue();
        }
    }

    @Test
    void a_caller_that_is_no_peer_hears_that_its_title_is_unknown() throws Exception {
        try (TestNode node = TestNode.knowing("SCU")) {
            assertThatThrownBy(() -> new EchoScu(TestNode.requestor("STRANGER")).echo(node.peer()))
                    .isInstanceOfSatisfying(
                            DimseFailure.class, e -> assertThat(e.kind()).isEqualTo(DimseFailure.Kind.CALLING_UNKNOWN))
                    .hasMessage("it answered, but does not know our AE title STRANGER");
            Peer misnamed = Peer.parse("OTHER@127.0.0.1:" + node.server.port());
            assertThatThrownBy(() -> new EchoScu(TestNode.requestor("SCU")).echo(misnamed))
                    .hasMessageContaining("another than OTHER");
        }
    }

    @Test
    void h04_when_no_context_fits_the_association_is_rejected_and_not_aborted() throws Exception {
        try (TestNode node = TestNode.knowing("SCU")) {
            Proposal printing = Proposal.of("1.2.840.10008.5.1.1.9");
            assertThatThrownBy(() -> TestNode.requestor("SCU").open(node.peer(), printing))
                    .isInstanceOfSatisfying(
                            DimseFailure.class, e -> assertThat(e.kind()).isEqualTo(DimseFailure.Kind.REJECTED));
        }
    }

    @Test
    void h13_titles_are_compared_without_what_pads_them() throws Exception {
        try (TestNode node = TestNode.knowing("SCU  ")) {
            Peer padded = Peer.parse("WARDLIGHT  @127.0.0.1:" + node.server.port());
            assertThat(new EchoScu(TestNode.requestor(" SCU ")).echo(padded)).isEqualTo(Status.SUCCESS);
        }
    }

    @Test
    void queries_find_names_in_any_script_and_tell_what_was_asked() throws Exception {
        try (TestNode node = filled("SCU")) {
            DataSet keys = DataSet.builder()
                    .string(Tag.PATIENT_NAME, "ΖΩΗ*")
                    .string(Tag.STUDY_INSTANCE_UID)
                    .string(Tag.NUMBER_OF_STUDY_RELATED_INSTANCES)
                    .string(Tag.MANUFACTURER)
                    .build();
            Found found = new FindScu(TestNode.requestor("SCU")).find(node.peer(), Root.STUDY, Level.STUDY, keys, 100);
            assertThat(found.isComplete()).isTrue();
            assertThat(found.matches()).singleElement().satisfies(match -> {
                assertThat(match.string(Tag.STUDY_INSTANCE_UID)).contains(STUDY.studyUid());
                assertThat(match.string(Tag.NUMBER_OF_STUDY_RELATED_INSTANCES)).contains("5");
                assertThat(match.string(Tag.PATIENT_NAME)).contains("Ζωή^Ελένη");
                assertThat(match.string(QueryTag.RETRIEVE_AE_TITLE)).contains("WARDLIGHT");
            });
        }
    }

    @Test
    void a_query_below_studies_needs_a_uid_and_says_so() throws Exception {
        try (TestNode node = filled("SCU")) {
            FindScu find = new FindScu(TestNode.requestor("SCU"));
            DataSet nothing = DataSet.builder().string(Tag.SOP_INSTANCE_UID).build();
            Found refused = find.find(node.peer(), Root.STUDY, Level.IMAGE, nothing, 100);
            assertThat(refused.isRefused()).isTrue();
            assertThat(refused.words()).contains("A900").contains("Study Instance UID");
            DataSet keys = nothing.toBuilder()
                    .string(Tag.STUDY_INSTANCE_UID, STUDY.studyUid())
                    .integer(Tag.ROWS)
                    .build();
            Found images = find.find(node.peer(), Root.STUDY, Level.IMAGE, keys, 100);
            assertThat(images.matches())
                    .hasSize(5)
                    .allMatch(match -> match.integer(Tag.ROWS).orElse(0) == 64);
            assertThat(find.find(node.peer(), Root.STUDY, Level.IMAGE, keys, 2).matches())
                    .hasSize(2);
        }
    }

    @Test
    void a_study_comes_by_get_byte_for_byte() throws Exception {
        try (TestNode node = filled("SCU");
                TestNode here = TestNode.knowing()) {
            StoreScp sink = new StoreScp(new IngesterIntake(here.ingester), new Expected());
            Retrieved got = new RetrieveScu(TestNode.requestor("SCU"))
                    .get(node.peer(), Root.STUDY, Level.STUDY, study(STUDY), Set.of(CT), sink::handle, CALM);
            assertThat(got.allDone()).isTrue();
            assertThat(got.counts().completed()).isEqualTo(5);
            assertThat(here.instances(STUDY.studyUid())).isEqualTo(5);
        }
    }

    @Test
    void a_study_goes_by_move_to_a_peer_and_an_unknown_destination_is_refused() throws Exception {
        try (TestNode node = filled("SCU");
                TestNode here = TestNode.knowing("WARDLIGHT")) {
            node.peers.add(Peer.parse("HERE@127.0.0.1:" + here.server.port()));
            RetrieveScu retrieve = new RetrieveScu(TestNode.requestor("SCU"));
            Retrieved unknown =
                    retrieve.move(node.peer(), Root.STUDY, Level.STUDY, study(STUDY), new AeTitle("NOBODY"), CALM);
            assertThat(unknown.status()).isEqualTo(Status.DESTINATION_UNKNOWN);
            // The server behind HERE calls itself WARDLIGHT, so it turns the sender away.
            Retrieved failed =
                    retrieve.move(node.peer(), Root.STUDY, Level.STUDY, study(STUDY), new AeTitle("HERE"), CALM);
            assertThat(failed.status()).isEqualTo(Status.OUT_OF_RESOURCES_SUBOPERATIONS);
            assertThat(failed.failedInstances()).hasSize(5);
            node.peers.add(Peer.parse("WARDLIGHT@127.0.0.1:" + here.server.port()));
            Retrieved moved =
                    retrieve.move(node.peer(), Root.STUDY, Level.STUDY, study(STUDY), new AeTitle("WARDLIGHT"), CALM);
            assertThat(moved.allDone()).isTrue();
            assertThat(here.catalog.study(STUDY.studyUid())).isPresent();
        }
    }

    @Test
    void more_associations_than_there_is_room_for_hear_that_it_is_busy() throws Exception {
        try (TestNode node = TestNode.with(config -> config.withAssociations(2), intakes -> intakes, "SCU")) {
            Proposal proposal = Proposal.of("1.2.840.10008.1.1");
            try (Association one = TestNode.requestor("SCU").open(node.peer(), proposal);
                    Association two = TestNode.requestor("SCU").open(node.peer(), proposal)) {
                assertThatThrownBy(() -> TestNode.requestor("SCU").open(node.peer(), proposal))
                        .isInstanceOfSatisfying(
                                DimseFailure.class, e -> assertThat(e.kind()).isEqualTo(DimseFailure.Kind.BUSY));
                one.release();
                two.release();
            }
        }
    }

    @Test
    void only_echo_and_store_are_offered_to_whom_only_those_are_due() {
        assertThat(DimseServices.receiving((arrival, from, data) -> {
                    throw new IOException("not here");
                }))
                .extracting(handler -> handler.serves(Root.STUDY.find()))
                .containsOnly(false);
    }
}
