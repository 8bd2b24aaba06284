// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.sync.dimse.Peer.Right;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.message.Root;
import org.wardlight.sync.dimse.message.Status;
import org.wardlight.sync.dimse.net.Requestor;
import org.wardlight.sync.dimse.scu.EchoScu;
import org.wardlight.sync.dimse.scu.FindScu;
import org.wardlight.sync.dimse.scu.Outgoing;
import org.wardlight.sync.dimse.scu.RetrieveScu;
import org.wardlight.sync.dimse.scu.SendReport;
import org.wardlight.sync.dimse.scu.StoreScu;

/** A peer may do what it was allowed, and is told so where it may not. */
class RightsTest {
    private static final Fixtures STUDY = Fixtures.ct().slices(1);
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final DataSet KEYS =
            DataSet.builder().string(Tag.STUDY_INSTANCE_UID, STUDY.studyUid()).build();

    private final Requestor peer = TestNode.requestor("ROOM");
    private TestNode node;

    @BeforeEach
    void start() throws Exception {
        node = TestNode.knowing();
    }

    @AfterEach
    void stop() throws Exception {
        node.close();
    }

    private void allow(Set<Right> rights) {
        node.peers.clear();
        node.peers.add(Peer.parse("ROOM@127.0.0.1:104").withRights(rights));
    }

    private SendReport send() throws Exception {
        byte[] bytes = STUDY.bytes(0);
        Outgoing object =
                new Outgoing(CT, STUDY.instanceUid(0), "1.2.840.10008.1.2.1", () -> new MemoryByteSource(bytes));
        return new StoreScu(peer).send(node.peer(), java.util.List.of(object), sent -> {});
    }

    private int find() throws Exception {
        return new FindScu(peer)
                .find(node.peer(), Root.STUDY, Level.STUDY, KEYS, 10)
                .status();
    }

    private int move() throws Exception {
        return new RetrieveScu(peer)
                .move(
                        node.peer(),
                        Root.STUDY,
                        Level.STUDY,
                        KEYS,
                        new AeTitle("ROOM"),
                        RetrieveScu.Watch.of(counts -> {}, () -> false))
                .status();
    }

    @Test
    void who_may_only_push_is_not_told_what_is_here() throws Exception {
        allow(EnumSet.of(Right.PUSH));
        assertThat(send().allArrived()).isTrue();
        assertThat(find()).isEqualTo(Status.NOT_AUTHORISED);
        assertThat(move()).isEqualTo(Status.NOT_AUTHORISED);
        assertThat(new EchoScu(peer).echo(node.peer())).isEqualTo(Status.SUCCESS);
    }

    @Test
    void who_may_only_ask_cannot_put_anything_in_nor_be_sent_to() throws Exception {
        allow(EnumSet.of(Right.QUERY));
        assertThat(send().objects()).singleElement().satisfies(sent -> {
            assertThat(sent.status()).isEqualTo(Status.NOT_AUTHORISED);
            assertThat(sent.reason()).contains("does not allow");
        });
        assertThat(node.catalog.study(STUDY.studyUid())).isEqualTo(Optional.empty());
        assertThat(find()).isEqualTo(Status.SUCCESS);
        assertThat(move()).isEqualTo(Status.DESTINATION_UNKNOWN);
    }
}
