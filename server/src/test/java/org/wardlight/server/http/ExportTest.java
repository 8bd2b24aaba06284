// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.phantom.Fixtures;

class ExportTest {
    private static final Fixtures CT = Fixtures.ct().slices(2).patient("山田^太郎", "X 1");

    @Test
    void a_study_is_saved_as_an_archive_whose_name_says_nothing_of_the_patient() throws Exception {
        try (FilledServer server = new FilledServer().with(CT, 2)) {
            Answer answer = server.get("/api/v1/studies/" + CT.studyUid() + "/export");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
            assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"study-2026-11-24.zip\"");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            List<String> names = new ArrayList<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    names.add(entry.getName());
                    byte[] bytes = zip.readAllBytes();
                    if (entry.getName().endsWith("I0000001")) {
                        assertThat(bytes).isEqualTo(CT.bytes(0));
                    }
                }
            }
            assertThat(names)
                    .containsExactly("README.TXT", "DICOM/S0000001/I0000001", "DICOM/S0000001/I0000002", "DICOMDIR");
            assertThat(server.get("/api/v1/studies/2.25.404/export").status()).isEqualTo(404);
        }
    }
}
