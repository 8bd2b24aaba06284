// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.server.TestCertificate;

/** Two nodes over HTTP: a site that asks who it is, and a laptop that copies from it. */
class PairedSyncTest {
    private static final Fixtures CT = Fixtures.ct().slices(3);

    @TempDir
    Path folder;

    private String site;
    private String laptop;

    @BeforeEach
    void fill_the_site() throws Exception {
        site = folder.resolve("site").toString();
        laptop = folder.resolve("laptop.sqlite").toString();
        CT.write(Files.createDirectories(folder.resolve("files")));
        Run.of("import", folder.resolve("files").toString(), "--store", site);
        Path typed = Files.writeString(folder.resolve("typed"), "three random words\n");
        Run added =
                Run.of("user", "add", "amy", "--role", "admin", "--password-file", typed.toString(), "--store", site);
        assertThat(added.exitCode()).as(added.err()).isZero();
    }

    private Run sync(RunningServe server, String... more) {
        String[] all = new String[more.length + 5];
        System.arraycopy(new String[] {"sync", "--from", server.url(), "--store", laptop}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        return Run.of(all);
    }

    private String code() {
        return Run.of("device", "code", "--store", site).out().strip();
    }

    @Test
    void a_laptop_is_refused_then_paired_then_copies_and_is_refused_again_when_revoked() throws Exception {
        try (RunningServe server = RunningServe.with("--store", site)) {
            Run stranger = sync(server, "--study", CT.studyUid());
            assertThat(stranger.exitCode()).isEqualTo(1);
            assertThat(stranger.err()).contains("does not know this device; pair it", "--pair CODE");

            assertThat(sync(server, "--pair", "000-000-000").err()).contains("Not paired", "mistyped");
            boolean hasOwners = Files.getFileStore(folder).supportsFileAttributeView("posix");
            if (hasOwners) {
                Files.setPosixFilePermissions(Path.of(laptop), PosixFilePermissions.fromString("rw-r--r--"));
            }
            String code = code();
            Run paired = sync(server, "--pair", code, "--name", "Round laptop");
            assertThat(paired.exitCode()).as(paired.err()).isZero();
            assertThat(paired.out()).contains("Paired with " + server.url());
            assertThat(sync(server, "--pair", code).exitCode()).isEqualTo(1);

            Run copied = sync(server, "--study", CT.studyUid());
            assertThat(copied.exitCode()).as(copied.err()).isZero();
            assertThat(copied.out()).contains("complete and verified");

            String listed = Run.of("device", "list", "--store", site).out();
            assertThat(listed).contains("Round laptop", "seen ");
            assertThat(Run.of("device", "revoke", listed.split("\t", 2)[0], "--store", site)
                            .exitCode())
                    .isZero();
            assertThat(sync(server, "--study", CT.studyUid()).err()).contains("does not know this device");
        }
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(laptop))))
                    .as("the laptop's file holds its secret")
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_laptop_node_fetches_what_is_pinned_once_it_is_paired() throws Exception {
        try (RunningServe server = RunningServe.with("--store", site)) {
            sync(server, "--pair", code());
            try (RunningServe node = RunningServe.with("--store", laptop, "--upstream", server.url())) {
                String pin = "{\"study\":\"" + CT.studyUid() + "\"}";
                assertThat(node.post("/api/v1/pins", pin).statusCode()).isLessThan(300);
                String pins = "";
                for (int i = 0; i < 600 && !pins.contains("complete"); i++) {
                    Thread.sleep(50);
                    pins = node.get("/api/v1/pins").body();
                }
                assertThat(pins).contains("\"complete\"");
                assertThat(node.get("/api/v1/studies/" + CT.studyUid()).statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void a_site_under_a_hospitals_own_authority_is_believed_with_its_certificate_alone() throws Exception {
        TestCertificate made = TestCertificate.in(folder);
        try (RunningServe server = RunningServe.with(
                "--store",
                site,
                "--tls-cert",
                made.certificate().toString(),
                "--tls-key",
                made.key().toString())) {
            Run unknown = sync(server, "--pair", code());
            assertThat(unknown.exitCode()).isEqualTo(1);
            assertThat(unknown.err()).contains("issued by nobody whom this machine trusts", "--ca");
            String ca = made.certificate().toString();
            Run paired = sync(server, "--ca", ca, "--pair", code(), "--study", CT.studyUid());
            assertThat(paired.exitCode()).as(paired.err()).isZero();
            assertThat(sync(server, "--study", CT.studyUid()).err()).contains("--ca");
            Run wrong = sync(server, "--ca", made.key().toString(), "--pair", "1");
            assertThat(wrong.err()).contains("holds no");
        }
    }

    @Test
    void a_secret_is_not_sent_over_a_network_in_the_clear() {
        Run run = Run.of("sync", "--from", "http://192.0.2.1:8080", "--pair", "1", "--store", laptop);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("use https");
        Run nothing = Run.of("sync", "--from", "http://127.0.0.1:9", "--store", laptop);
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).contains("--study is missing");
    }
}
