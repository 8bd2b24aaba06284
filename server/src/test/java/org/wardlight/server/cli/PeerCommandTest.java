// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code peer} on a store that is served meanwhile. */
class PeerCommandTest {
    private static final Pattern PORT = Pattern.compile("answers at 127\\.0\\.0\\.1 port (\\d+)");

    @TempDir
    Path folder;

    private String store;

    @BeforeEach
    void prepare() {
        store = folder.resolve("store").toString();
    }

    private Run peer(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "peer";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--store";
        all[arguments.length + 2] = store;
        return Run.of(all);
    }

    @Test
    void a_server_that_runs_knows_a_peer_from_the_moment_it_is_added() throws Exception {
        try (RunningServe server = RunningServe.with("--store", store, "--dicom-port", "0")) {
            assertThat(server.out()).contains("no peer is known yet");
            Matcher said = PORT.matcher(server.out());
            assertThat(said.find()).isTrue();
            String us = "WARDLIGHT@127.0.0.1:" + said.group(1);
            Run stranger = peer("test", us, "--aet", "CT2");
            assertThat(stranger.exitCode()).isEqualTo(1);
            assertThat(stranger.out()).contains("failed\techo\tit answered, but does not know our AE title CT2");
            assertThat(peer("add", "CT room 2", "CT2@127.0.0.1:104", "--may", "query")
                            .out())
                    .contains("Added CT room 2");
            assertThat(peer("list").lines()).containsExactly("CT room 2\tCT2@127.0.0.1:104\tplain\tquery\t");
            Run known = peer("test", us, "--aet", "CT2");
            assertThat(known.exitCode()).as(known.out()).isZero();
            assertThat(known.out()).contains("ok\techo", "ok\tfind", "skipped\tcall back");
            assertThat(peer("remove", "ct ROOM 2").exitCode()).isZero();
            assertThat(peer("test", us, "--aet", "CT2").exitCode()).isEqualTo(1);
        }
    }

    @Test
    void what_is_meant_wrong_is_said() {
        assertThat(peer("add", "x", "PACS:104").err()).contains("AET@host:port");
        assertThat(peer("add", "x", "PACS@h:104", "--may", "fly").err()).contains("push, query, receive");
        assertThat(peer("add", "x", "PACS@h:104", "--web", "pacs").err()).contains("such as https://");
        assertThat(peer("remove", "x").exitCode()).isEqualTo(2);
        assertThat(peer("test", "x").err()).contains("not known here");
        peer("add", "x", "PACS@h:104");
        assertThat(peer("add", "y", "PACS@h:104").err()).contains("another peer has the AE title PACS");
    }
}
