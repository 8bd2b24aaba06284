// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class MultipartReaderTest {
    @Test
    void parts_come_out_as_they_went_in() throws IOException {
        byte[] binary = new byte[300_000];
        new Random(3).nextBytes(binary);
        byte[] tricky = "\r\n--edge\r\n--edg\r\r\n--".getBytes(StandardCharsets.ISO_8859_1);
        byte[] body = body("edge2", binary, new byte[0], tricky);
        for (int most : new int[] {1, 7, 1 << 20}) {
            assertThat(read(slow(body, most), "edge2")).containsExactly(binary, new byte[0], tricky);
        }
    }

    @Test
    void what_stands_before_the_first_and_after_the_last_delimiter_is_no_part() throws IOException {
        String text = "preamble\r\n--x  \r\nA: b\r\n\r\none\r\n--x--\r\nepilogue";
        List<byte[]> parts = read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), "x");
        assertThat(parts).containsExactly("one".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_part_that_nobody_reads_is_skipped() throws IOException {
        var reader = new MultipartReader(new ByteArrayInputStream(body("x", new byte[100_000], new byte[] {7})), "x");
        assertThat(reader.next()).isTrue();
        assertThat(reader.headers()).containsEntry("content-type", "application/dicom");
        assertThat(reader.next()).isTrue();
        reader.headers();
        assertThat(reader.body().readAllBytes()).containsExactly(7);
        assertThat(reader.next()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no delimiter at all", "--x\r\nA: b\r\n\r\ncut off", "--x\r\nA: b", "--xy\r\n\r\n\r\n--x--"})
    void a_body_that_breaks_the_form_is_refused(String text) {
        var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read(in, "x"))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.kind()).isEqualTo(ProblemKind.BAD_BODY));
    }

    @Test
    void endless_headers_are_refused() {
        var in =
                new ByteArrayInputStream(("--x\r\n" + "A: b\r\n".repeat(10_000)).getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read(in, "x")).isInstanceOf(Refused.class);
    }

    @Test
    void a_boundary_of_two_uuids_is_taken_and_an_endless_one_is_not() throws Exception {
        String two = "74d58302-05b1-4d1a-9091-d87dc0611a06-74d58302-05b1-4d1a-9091-d87dc0611a06";
        byte[] part = {1, 2, 3};
        assertThat(read(new ByteArrayInputStream(body(two, part)), two)).containsExactly(part);
        assertThatThrownBy(() -> read(new ByteArrayInputStream(new byte[0]), "x".repeat(201)))
                .isInstanceOf(Refused.class);
    }

    public static byte[] body(String boundary, byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(("--" + boundary + "\r\nContent-Type: application/dicom\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(part);
            out.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        out.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    private static List<byte[]> read(InputStream in, String boundary) throws IOException {
        var reader = new MultipartReader(in, boundary);
        List<byte[]> parts = new ArrayList<>();
        while (reader.next()) {
            reader.headers();
            parts.add(reader.body().readAllBytes());
        }
        return parts;
    }

    private static InputStream slow(byte[] bytes, int most) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, most));
            }
        };
    }
}
