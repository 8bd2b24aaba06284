// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.sync.dimse.net.Association;
import org.wardlight.sync.dimse.net.Proposal;
import org.wardlight.sync.dimse.net.Responder;
import org.wardlight.sync.dimse.scp.Expected;
import org.wardlight.sync.dimse.scp.IngesterIntake;
import org.wardlight.sync.dimse.scp.Intakes;
import org.wardlight.sync.dimse.scp.StoreScp;
import org.wardlight.sync.dimse.scu.PeerTest;
import org.wardlight.sync.dimse.scu.PeerTest.Line;
import org.wardlight.sync.dimse.scu.PeerTest.Outcome;
import org.wardlight.sync.dimse.scu.Puller;
import org.wardlight.sync.dimse.scu.Puller.Pulled;
import org.wardlight.sync.dimse.scu.Puller.Way;
import org.wardlight.sync.dimse.scu.RetrieveScu.Watch;

/** Whole studies from a peer, and what a test of a peer says. */
class PullTest {
    private static final Fixtures STUDY = Fixtures.ct().slices(8).patient("Zzpull^Ada", "P1");
    private static final Watch CALM = Watch.of(counts -> {}, () -> false);

    private static TestNode archive() throws IOException {
        TestNode node = TestNode.knowing("WARDLIGHT");
        for (int i = 0; i < 8; i++) {
            node.put("slice " + i, new ByteArrayInputStream(STUDY.bytes(i)));
        }
        return node;
    }

    private static Puller puller(TestNode here, Responder store, boolean listening) {
        return new Puller(
                TestNode.requestor("WARDLIGHT"),
                store,
                listening ? Optional.of(TestNode.TITLE) : Optional.empty(),
                new Puller.Here() {
                    @Override
                    public boolean has(String instance) {
                        return here.catalog.instance(instance).isPresent();
                    }

                    @Override
                    public void expects(String study, int objects) {
                        here.catalog.expect(study, objects);
                    }
                });
    }

    private static Responder failingFirst(TestNode here, int times) {
        AtomicInteger left = new AtomicInteger(times);
        IngesterIntake intake = new IngesterIntake(here.ingester);
        Intakes flaky = (arrival, from, data) -> {
            if (left.getAndDecrement() > 0) {
                throw new IOException("No space left on device");
            }
            return intake.take(arrival, from, data);
        };
        return new StoreScp(flaky, new Expected())::handle;
    }

    @Test
    void a_study_is_pulled_whole_by_get() throws Exception {
        try (TestNode archive = archive();
                TestNode here = TestNode.knowing("WARDLIGHT")) {
            Pulled pulled =
                    puller(here, failingFirst(here, 0), false).pull(archive.peer(), STUDY.studyUid(), Way.AUTO, CALM);
            assertThat(pulled.isComplete()).as(pulled.message()).isTrue();
            assertThat(pulled.present()).isEqualTo(8);
        }
    }

    @Test
    void h01_only_what_failed_is_asked_for_again() throws Exception {
        AtomicInteger objects = new AtomicInteger();
        try (TestNode archive = archive();
                TestNode here = TestNode.knowing("WARDLIGHT")) {
            Responder store = failingFirst(here, 3);
            Responder counting = (association, request) -> {
                objects.incrementAndGet();
                store.handle(association, request);
            };
            Pulled pulled = puller(here, counting, false).pull(archive.peer(), STUDY.studyUid(), Way.GET, CALM);
            assertThat(pulled.isComplete()).as(pulled.message()).isTrue();
            assertThat(objects).hasValue(8 + 3);
        }
    }

    @Test
    void h02_a_peer_that_cannot_call_back_still_gives_by_get_and_one_that_can_by_move() throws Exception {
        try (TestNode archive = archive();
                TestNode here = TestNode.knowing("WARDLIGHT")) {
            Puller puller = puller(here, failingFirst(here, 0), true);
            Pulled refused = puller.pull(archive.peer(), STUDY.studyUid(), Way.MOVE, CALM);
            assertThat(refused.isComplete()).isFalse();
            assertThat(refused.missing()).hasSize(8);
            here.put("one of eight", new ByteArrayInputStream(STUDY.bytes(0)));
            assertThat(here.catalog.arrivals(List.of(STUDY.studyUid())).get(0).missing())
                    .isEqualTo(7);
            archive.peers.clear();
            archive.peers.add(Peer.parse("WARDLIGHT@127.0.0.1:" + here.server.port()));
            assertThat(puller.pull(archive.peer(), STUDY.studyUid(), Way.MOVE, CALM)
                            .isComplete())
                    .isTrue();
        }
    }

    @Test
    void a_study_that_nobody_has_is_said_to_be_unknown() throws Exception {
        try (TestNode archive = archive();
                TestNode here = TestNode.knowing()) {
            Pulled pulled = puller(here, failingFirst(here, 0), false).pull(archive.peer(), "2.25.404", Way.AUTO, CALM);
            assertThat(pulled.isComplete()).isFalse();
            assertThat(pulled.message()).isEqualTo("the peer has no such study");
        }
    }

    @Test
    void a_test_of_a_peer_says_in_plain_words_what_works() throws Exception {
        try (TestNode archive = archive();
                TestNode here = TestNode.knowing("WARDLIGHT")) {
            PeerTest test = new PeerTest(TestNode.requestor("WARDLIGHT"), Optional.of(here.expected::expect));
            List<Line> unreachable = test.run(archive.peer());
            assertThat(unreachable).extracting(Line::outcome).containsExactly(Outcome.OK, Outcome.OK, Outcome.FAILED);
            assertThat(unreachable.get(2).words()).contains("could not");
            archive.peers.clear();
            archive.peers.add(Peer.parse("WARDLIGHT@127.0.0.1:" + here.server.port()));
            assertThat(test.run(archive.peer())).extracting(Line::outcome).containsOnly(Outcome.OK);
            assertThat(here.catalog.study(STUDY.studyUid())).isEmpty();
            archive.peers.clear();
            archive.peers.add(Peer.parse("ELSE@127.0.0.1:104"));
            List<Line> unknown = test.run(archive.peer());
            assertThat(unknown.get(0).words())
                    .startsWith("it answered, but does not know our AE title WARDLIGHT")
                    .contains("administrator must add WARDLIGHT");
            assertThat(unknown.get(2).outcome()).isEqualTo(Outcome.SKIPPED);
        }
    }

    @Test
    void twenty_associations_at_once_lose_nothing() throws Exception {
        try (TestNode here = TestNode.knowing("WARDLIGHT")) {
            List<Thread> threads = java.util.stream.IntStream.range(0, 20)
                    .mapToObj(i ->
                            new Thread(() -> push(here, Fixtures.ct().slices(3).seed("many" + i))))
                    .toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join(30_000);
            }
            for (int i = 0; i < 20; i++) {
                String study = Fixtures.ct().slices(3).seed("many" + i).studyUid();
                assertThat(here.catalog.study(study).orElseThrow().summary().instances())
                        .isEqualTo(3);
            }
        }
    }

    private static void push(TestNode here, Fixtures study) {
        try {
            new org.wardlight.sync.dimse.scu.StoreScu(TestNode.requestor("WARDLIGHT"))
                    .send(here.peer(), OwnToOwnTest.outgoing(study, 3), sent -> {});
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_server_that_closes_breaks_off_idle_associations_in_its_time() throws Exception {
        TestNode node = TestNode.knowing("SCU");
        try (Association idle = TestNode.requestor("SCU").open(node.peer(), Proposal.of("1.2.840.10008.1.1"))) {
            long start = System.nanoTime();
            node.close();
            assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
            assertThat(idle.contexts()).hasSize(1);
        }
    }
}
