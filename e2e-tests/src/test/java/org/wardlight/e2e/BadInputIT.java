// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder as it comes off a memory stick: good images among rubbish. Nothing good is lost, everything bad is named. */
class BadInputIT {
    @Test
    void each_bad_file_is_named_with_its_reason_and_the_rest_is_imported(@TempDir Path folder) throws Exception {
        byte[] good = goodObject(folder);
        Path stick = Files.createDirectories(folder.resolve("stick/deep"));
        Files.write(stick.resolve("good.dcm"), good);
        Files.writeString(stick.resolve("notes.txt"), "Please look at the left hip.\n");
        Files.write(stick.resolve("truncated.dcm"), Arrays.copyOf(good, good.length * 6 / 10));
        Files.write(stick.resolve("empty.dcm"), new byte[0]);
        Files.write(stick.resolve("liar.dcm"), tenGigabytesDeclared(good));
        Files.write(stick.resolve("photo.dcm"), jpeg());

        Path store = folder.resolve("store");
        WardlightProcess.Result result =
                WardlightProcess.run("import", folder.resolve("stick").toString(), "--store", store.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        String said = result.out() + result.err();
        for (String name : new String[] {"notes.txt", "truncated.dcm", "empty.dcm", "liar.dcm", "photo.dcm"}) {
            assertThat(said.lines().filter(line -> line.contains(name)))
                    .as(name)
                    .singleElement()
                    .asString()
                    .hasSizeGreaterThan(name.length() + 15);
        }
        assertThat(said).doesNotContain("Exception").doesNotContain("\tat ");
        try (WardlightProcess server = WardlightProcess.serve(folder, "serve", "--store", store.toString())) {
            JsonNode studies = new Site(server).json("/api/v1/studies").get("studies");
            assertThat(studies).hasSize(1);
            assertThat(studies.get(0).get("instances").asInt()).isEqualTo(1);
        }
    }

    private static byte[] goodObject(Path folder) throws Exception {
        try (WardlightProcess server =
                WardlightProcess.serve(folder, "demo", "--folder", Demo.folder().toString())) {
            Site site = new Site(server);
            String study = site.study("MR", 3).get("study").asText();
            JsonNode series = site.descriptor(study).get("series").get(0);
            return site.original(
                    study,
                    series.get("series").asText(),
                    series.get("instances").get(0).get("instance").asText());
        }
    }

    /** The pixel data element (7FE0,0010) OW of an explicit little endian object, its length overwritten. */
    private static byte[] tenGigabytesDeclared(byte[] good) {
        byte[] liar = good.clone();
        byte[] header = {(byte) 0xE0, 0x7F, 0x10, 0x00, 'O', 'W', 0, 0};
        for (int at = liar.length - 12; at >= 0; at--) {
            if (Arrays.equals(liar, at, at + 8, header, 0, 8)) {
                // 32 bits cannot say ten gigabytes: the most that they can is more than any file here holds.
                ByteBuffer.wrap(liar).order(ByteOrder.LITTLE_ENDIAN).putInt(at + 8, 0xFFFFFFFE);
                return liar;
            }
        }
        throw new IllegalStateException("no pixel data in the good object");
    }

    private static byte[] jpeg() throws Exception {
        var image = new java.awt.image.BufferedImage(64, 64, java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
        var bytes = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "jpg", bytes);
        assertThat(new String(bytes.toByteArray(), 6, 4, StandardCharsets.US_ASCII))
                .isEqualTo("JFIF");
        return bytes.toByteArray();
    }
}
