// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.rendering.phantom.Fixtures;

class CommandLineTest {
    private static final Fixtures CT = Fixtures.ct().slices(2);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"demo", "serve", "import", "check", "render", "sync", "find", "pull", "send", "doctor", "test"})
    void every_command_has_help(String command) {
        Run help = Run.of(command, "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Usage: wardlight " + command);
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(Run.of(command, "--version").out()).startsWith("Wardlight ");
    }

    @Test
    void what_is_not_understood_is_a_usage_error() {
        assertThat(Run.of().exitCode()).isEqualTo(2);
        assertThat(Run.of("nonsense").exitCode()).isEqualTo(2);
        assertThat(Run.of("check").exitCode()).isEqualTo(2);
        assertThat(Run.of("render", "x.dcm", "-o", "x.gif").err()).contains("expected a name that ends in .png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::"})
    void serving_beyond_this_machine_is_refused_with_the_reason(String host) {
        Run run = Run.of("serve", "--host", host, "--store", folder.resolve("s").toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("http.host is " + host, "there is no certificate");
        assertThat(folder.resolve("s")).doesNotExist();
    }

    @Test
    void a_laptop_must_keep_all_in_one_file() {
        Run run = Run.of("serve", "--upstream", "http://127.0.0.1:9", "--store", folder.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("ends in .sqlite");
        assertThat(Run.of("sync", "--study", "1.2", "--from", "ftp://x").err()).contains("upstream is ftp://x");
    }

    @Test
    void a_frame_becomes_a_picture() throws Exception {
        Fixtures ramp = Fixtures.ct().values((slice, row, column) -> column < 32 ? 0 : 4095);
        Path file = ramp.write(folder).get(0);
        Path png = folder.resolve("out.png");
        assertThat(Run.of("render", file.toString(), "-o", png.toString()).exitCode())
                .isZero();
        var picture = ImageIO.read(png.toFile()).getRaster();
        assertThat(picture.getWidth()).isEqualTo(64);
        assertThat(picture.getSample(0, 0, 0)).isZero();
        assertThat(picture.getSample(63, 0, 0)).isEqualTo(255);

        Path jpg = folder.resolve("out.jpg");
        Run small = Run.of("render", file.toString(), "-o", jpg.toString(), "--width", "32", "--window", "40,400");
        assertThat(small.exitCode()).isZero();
        assertThat(ImageIO.read(jpg.toFile()).getWidth()).isEqualTo(32);
        assertThat(Run.of("render", file.toString(), "-o", png.toString(), "--frame", "2")
                        .err())
                .contains("the file has frames 1 to 1");
        assertThat(Run.of("render", file.toString(), "-o", png.toString(), "--window", "40")
                        .err())
                .contains("expected centre and width");
    }

    @Test
    void doctor_finds_a_blob_that_is_gone() throws Exception {
        CT.write(folder);
        Path store = folder.resolve("store");
        Run.of("import", folder.resolve("CT1-0001.dcm").toString(), "--store", store.toString());
        Run well = Run.of("doctor", "--store", store.toString(), "--verify");
        assertThat(well.exitCode()).as(well.out() + well.err()).isZero();
        try (var files = Files.walk(store.resolve("blobs"))) {
            for (Path blob : files.filter(Files::isRegularFile).toList()) {
                Files.delete(blob);
            }
        }
        Run ill = Run.of("doctor", "--store", store.toString(), "--json");
        assertThat(ill.exitCode()).isEqualTo(1);
        assertThat(ill.out()).contains("\"check\":\"blobs\",\"level\":\"FAULT\"", "1 of 1 blobs");
        assertThat(Run.of("doctor", "--store", folder.resolve("none").toString())
                        .exitCode())
                .isEqualTo(2);
    }
}
