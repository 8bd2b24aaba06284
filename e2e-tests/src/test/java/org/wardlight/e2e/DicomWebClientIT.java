// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.e2e.WardlightProcess.Result;

/** The client library that OHIF and many others are built on, in Node, against our server. */
class DicomWebClientIT {
    @Test
    void it_stores_searches_and_retrieves(@TempDir Path folder) throws Exception {
        Path client = NpmPackage.of("dicomweb-client", "0.11.3");
        Path xhr = NpmPackage.of("xhr2", "0.2.1");
        Path script = WardlightProcess.root().resolve("e2e-tests/src/test/resources/dicomweb-client.cjs");
        CtFile file = CtFile.of(9, 1, 64);
        Path object = Files.write(folder.resolve("object.dcm"), file.bytes());
        try (WardlightProcess server = WardlightProcess.serve(
                folder, "serve", "--store", folder.resolve("store").toString())) {
            Result run = node(
                    folder,
                    List.of(
                            script.toString(),
                            client.toString(),
                            xhr.toString(),
                            server.url() + "/dicom-web",
                            object.toString()));
            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            JsonNode said = new ObjectMapper().readTree(run.out());
            assertThat(said.get("stored").asInt()).isEqualTo(1);
            assertThat(said.get("study").asText()).isEqualTo(file.study());
            assertThat(said.get("series").asText()).isEqualTo(file.series());
            assertThat(said.get("instance").asText()).isEqualTo(file.instance());
            assertThat(said.get("rows").asInt()).isEqualTo(64);
            assertThat(said.get("frameBytes").asInt()).isEqualTo(2 * 64 * 64);
            assertThat(said.get("firstValue").asInt()).isEqualTo(file.value(0, 0));
            assertThat(said.get("bulkBytes").asInt()).isEqualTo(2 * 64 * 64);
            assertThat(said.get("sameObject").asBoolean()).isTrue();
            assertThat(said.get("rendered").asText()).isEqualTo("ffd8");
            assertThat(said.get("none").asInt()).isZero();
        }
    }

    private static Result node(Path folder, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(arguments);
        Path out = folder.resolve("node.out");
        Path err = folder.resolve("node.err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Result(
                process.waitFor(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
