// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A study is pulled from a real Orthanc by each of C-GET, C-MOVE and DICOMweb, whole and to the last byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PullFromOrthancIT {
    @TempDir
    static Path folder;

    private OrthancProcess orthanc;
    private String study;
    private int ours;
    private int objects;

    @BeforeAll
    void start() throws Exception {
        assumeTrue(OrthancProcess.isInstalled(), "Orthanc with its DICOMweb plug-in is not installed");
        ours = Processes.freePort();
        Path files = Files.createDirectories(folder.resolve("files"));
        try (WardlightProcess demo =
                WardlightProcess.serve(folder, "demo", "--folder", Demo.folder().toString())) {
            Site site = new Site(demo);
            JsonNode film = site.study("DX", 1);
            study = film.get("study").asText();
            PeerBench.export(site, "DX", 1, files);
        }
        try (Stream<Path> all = Files.list(files)) {
            objects = (int) all.count();
        }
        orthanc = OrthancProcess.startWithDicom(folder, ours);
        orthanc.store(files);
    }

    @AfterAll
    void stop() {
        if (orthanc != null) {
            orthanc.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "move", "web"})
    void a_study_comes_whole(String way) throws Exception {
        String store = folder.resolve(way).toString();
        List<String> command = new ArrayList<>(List.of("pull", "ORTHANC@127.0.0.1:" + orthanc.dicomPort()));
        command.addAll(List.of("--study", study, "--way", way, "--store", store));
        command.addAll(List.of("--web", orthanc.url() + "/dicom-web", "--dicom-port", "" + ours));
        WardlightProcess.Result pulled = WardlightProcess.run(command.toArray(String[]::new));
        assertThat(pulled.exitCode()).as(pulled.out() + pulled.err()).isZero();
        assertThat(pulled.out()).contains(study + ": " + objects + " of " + objects + " objects are here");
        WardlightProcess.Result sound = WardlightProcess.run("doctor", "--verify", "--store", store);
        assertThat(sound.exitCode()).as(sound.out()).isZero();
    }
}
