// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.Peer.Right;
import org.wardlight.sync.sqlite.SqliteFile;

class PeerBookTest {
    private static final Peer PACS = new Peer(
            "Main PACS",
            new AeTitle("PACS"),
            "pacs.example",
            104,
            true,
            "ISO_IR 126",
            true,
            Set.of(Right.PUSH, Right.RECEIVE),
            "https://pacs.example/dicom-web");
    private static final Peer ROOM = Peer.at("CT room 2", new AeTitle("CT2"), "10.1.2.3", 4242);

    @TempDir
    Path folder;

    @Test
    void peers_are_kept_by_name_and_outlast_the_process() {
        Path path = folder.resolve("catalog.sqlite");
        try (SqliteFile file = SqliteFile.open(path)) {
            for (PeerBook book : List.of(new MemoryPeerBook(), new SqlitePeerBook(file))) {
                assertThat(book.put(PACS)).isTrue();
                assertThat(book.put(ROOM)).isTrue();
                assertThat(book.all()).containsExactly(ROOM, PACS);
                assertThat(book.named("main pacs")).contains(PACS);
            }
        }
        try (SqliteFile again = SqliteFile.open(path)) {
            assertThat(new SqlitePeerBook(again).all()).containsExactly(ROOM, PACS);
        }
    }

    @Test
    void a_name_means_one_peer_and_an_ae_title_too() {
        try (SqliteFile file = SqliteFile.open(folder.resolve("catalog.sqlite"))) {
            for (PeerBook book : List.of(new MemoryPeerBook(), new SqlitePeerBook(file))) {
                book.put(PACS);
                Peer moved = Peer.at("main pacs", new AeTitle("PACS"), "10.9.9.9", 11112);
                assertThat(book.put(moved)).isTrue();
                assertThat(book.all()).containsExactly(moved);
                assertThat(book.put(Peer.at("Other", new AeTitle("PACS"), "10.9.9.9", 104)))
                        .as("another peer has that AE title")
                        .isFalse();
                assertThat(book.all()).containsExactly(moved);
                assertThat(book.remove("MAIN PACS")).isTrue();
                assertThat(book.remove("MAIN PACS")).isFalse();
                assertThat(book.all()).isEmpty();
            }
        }
    }

    @Test
    void those_given_at_the_start_go_before_those_of_the_book() {
        PeerBook book = new MemoryPeerBook();
        book.put(PACS);
        book.put(ROOM);
        Peer given = Peer.parse("PACS@127.0.0.1:104");
        KnownPeers known = new KnownPeers(List.of(given), book);
        assertThat(known.all()).containsExactly(given, ROOM);
        assertThat(known.of(new AeTitle("PACS"))).contains(given);
        book.remove(ROOM.name());
        assertThat(known.all()).containsExactly(given);
    }
}
