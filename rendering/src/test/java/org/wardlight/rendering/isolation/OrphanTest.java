// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrphanTest {
    @ParameterizedTest
    @ValueSource(strings = {"sound", "hang"})
    void no_child_outlives_a_parent_that_is_killed(String doing) throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OrphanParent.class.getName(),
                        doing)
                .start();
        List<ProcessHandle> children = children(parent);
        assertThat(children).hasSize(1).allMatch(ProcessHandle::isAlive);

        parent.destroyForcibly().waitFor();

        children.get(0).onExit().get(10, TimeUnit.SECONDS);
    }

    private static List<ProcessHandle> children(Process parent) throws IOException {
        List<ProcessHandle> children = new ArrayList<>();
        try (BufferedReader lines = parent.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null && !line.equals("end"); line = lines.readLine()) {
                ProcessHandle.of(Long.parseLong(line)).ifPresent(children::add);
            }
        }
        return children;
    }
}
