// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wardlight.server.http.Answer;
import org.wardlight.server.http.FilledServer;

/** Every file of the corpus is pushed by STOW-RS: it is refused with a reason, or comes back by WADO-RS byte for byte. */
class CorpusOverDicomWebTest {
    private static final long LARGEST = 8 << 20;
    private static final String DICOM = "Content-Type: multipart/related; type=\"application/dicom\"; boundary=edge";
    private static final String AS_STORED = "Accept: application/dicom; transfer-syntax=*";

    @Test
    void every_file_that_is_taken_comes_back_byte_for_byte() throws Exception {
        Path corpus = Path.of(System.getProperty("wardlight.corpus", "none"), "dicom");
        assumeTrue(Files.isDirectory(corpus), "the corpus is not here");
        List<Path> files;
        try (Stream<Path> all = Files.walk(corpus)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        List<String> wrong = new ArrayList<>();
        int same = 0;
        try (FilledServer server = new FilledServer()) {
            for (Path file : files) {
                if (Files.size(file) <= LARGEST) {
                    same += isSame(server, file, wrong) ? 1 : 0;
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(same).isGreaterThan(430);
    }

    private static boolean isSame(FilledServer server, Path file, List<String> wrong) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Answer stored = server.post("/dicom-web/studies", body(bytes), DICOM);
        JsonNode kept = stored.json().at("/00081199/Value/0");
        if (kept.isMissingNode()) {
            if (stored.json().at("/00081198/Value/0/00081197/Value/0").asInt() == 0
                    && !stored.json().has("code")) {
                wrong.add(file + ": refused with " + stored.status() + " and no reason");
            }
            return false;
        }
        String url = kept.at("/00081190/Value/0").asText();
        Answer back = server.get(url.substring(url.indexOf("/dicom-web")), AS_STORED);
        boolean same = back.status() == 200 && Arrays.equals(bytes, back.body());
        if (!same && !isSecondOfItsName(kept)) {
            wrong.add(file + ": " + stored.status() + ", then " + back.status() + " and " + back.body().length + " of "
                    + bytes.length + " bytes");
        }
        return same;
    }

    /** Another object of that SOP Instance UID is there already; this one is kept beside it, and the answer warns. */
    private static boolean isSecondOfItsName(JsonNode kept) {
        return !kept.at("/00081196/Value/0").isMissingNode();
    }

    private static byte[] body(byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--edge\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(file);
        body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }
}
