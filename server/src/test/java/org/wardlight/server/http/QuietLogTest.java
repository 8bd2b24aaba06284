// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.wardlight.rendering.phantom.Fixtures;

class QuietLogTest {
    @Test
    void nothing_of_a_patient_is_in_the_log() throws Exception {
        Fixtures patient =
                Fixtures.ct().patient("ZZQUIET^SECRETIA", "9990000018").study("20261124", "Hidden words");
        Logger root = (Logger) LoggerFactory.getLogger("ROOT");
        Logger wardlight = (Logger) LoggerFactory.getLogger("org.wardlight");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        wardlight.setLevel(Level.DEBUG);
        try (FilledServer server = new FilledServer().with(patient, 1)) {
            server.get("/api/v1/studies?q=zzquiet+9990000018");
            server.get("/api/v1/studies/" + patient.studyUid());
            server.get("/api/v1/instances/" + patient.instanceUid(0) + "/frames/1/exact/0/0/0");
            server.get("/api/v1/instances/" + patient.instanceUid(0) + "/frames/zzquiet/exact/0/0/0");
            server.get("/nowhere/ZZQUIET");
            server.post("/dicom-web/studies/" + patient.studyUid(), patient.bytes(0), "Content-Type: ZZQUIET");
        } finally {
            wardlight.setLevel(Level.INFO);
            root.detachAppender(log);
        }
        List<String> lines = List.copyOf(log.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
        assertThat(lines).anyMatch(line -> line.contains("route=/api/v1/studies/{study} status=200 "));
        assertThat(lines).anyMatch(line -> line.contains("study=" + AccessLog.hash(patient.studyUid())));
        assertThat(lines.stream().collect(Collectors.joining("\n")))
                .doesNotContainIgnoringCase("zzquiet")
                .doesNotContain("SECRETIA", "9990000018", "Hidden", patient.studyUid(), patient.instanceUid(0));
    }
}
