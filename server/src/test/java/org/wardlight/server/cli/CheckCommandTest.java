// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.phantom.Fixtures;

class CheckCommandTest {
    private static final Fixtures CINE =
            Fixtures.cine().seed("cine").rows(4).columns(6).slices(3);

    @TempDir
    Path folder;

    private byte[] good = new byte[0];

    @BeforeEach
    void a_folder_as_it_comes_off_a_stick() throws Exception {
        good = Fixtures.ct()
                .rows(4)
                .columns(4)
                .values((slice, row, column) -> 10 * row + column)
                .bytes(0);
        Files.write(folder.resolve("good.dcm"), good);
        Files.write(folder.resolve("cine.dcm"), CINE.bytes(0));
        Files.writeString(folder.resolve("notes.txt"), "the left hip\n");
        Files.write(folder.resolve("truncated.dcm"), Arrays.copyOf(good, good.length * 6 / 10));
        Files.write(folder.resolve("empty.dcm"), new byte[0]);
        Files.write(
                folder.resolve("photo.dcm"),
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0});
    }

    @Test
    void every_file_has_a_line_of_twelve_columns() {
        Run run = Run.of("check", folder.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.lines()).hasSize(6).allMatch(line -> line.split("\t", -1).length == 12);
        assertThat(run.out() + run.err()).doesNotContain("Exception");
        for (String bad : List.of("notes.txt", "truncated.dcm", "empty.dcm", "photo.dcm")) {
            String[] columns = line(run, bad);
            assertThat(columns[1]).as(bad).isEqualTo("rejected");
            assertThat(columns[11]).as(bad).hasSizeGreaterThan(10);
        }
    }

    @Test
    void what_an_import_would_turn_away_is_rejected_here_too() throws Exception {
        DataSet head =
                DicomReader.read(new MemoryByteSource(good), Limits.STANDARD).data();
        try (OutputStream out = Files.newOutputStream(folder.resolve("path.dcm"))) {
            DicomWriter.write(
                    head.toBuilder()
                            .string(Tag.STUDY_INSTANCE_UID, "../../etc")
                            .bytes(Tag.PIXEL_DATA, Vr.OW, new byte[32])
                            .build(),
                    TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                    out);
        }
        DataSet item = DataSet.builder()
                .string(Tag.REFERENCED_FILE_ID, "..", "..", "ETC")
                .build();
        try (OutputStream out = Files.newOutputStream(folder.resolve("DICOMDIR"))) {
            DicomWriter.write(
                    DataSet.builder()
                            .string(Tag.SOP_CLASS_UID, "1.2.840.10008.1.3.10")
                            .string(Tag.SOP_INSTANCE_UID, "2.25.1")
                            .items(Tag.DIRECTORY_RECORD_SEQUENCE, item)
                            .build(),
                    TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                    out);
        }
        Run run = Run.of("check", folder.toString());
        assertThat(line(run, "path.dcm")[1]).isEqualTo("rejected");
        assertThat(line(run, "path.dcm")[11]).contains("(0020,000D) is no UID but a path");
        assertThat(line(run, "DICOMDIR")[1]).isEqualTo("rejected");
        assertThat(line(run, "DICOMDIR")[11]).contains("leads out of its medium");
    }

    @Test
    void an_image_is_described_with_the_hashes_of_its_stored_values() throws Exception {
        Run run = Run.of("check", folder.resolve("good.dcm").toString());
        assertThat(run.exitCode()).isZero();
        byte[] values = new byte[32];
        for (int i = 0; i < 16; i++) {
            values[2 * i] = (byte) (10 * (i / 4) + i % 4);
        }
        String hash = sha256(values);
        assertThat(line(run, "good.dcm"))
                .containsExactly(
                        folder.resolve("good.dcm").toString(),
                        "image",
                        "1.2.840.10008.5.1.4.1.1.2",
                        "1.2.840.10008.1.2.1",
                        "1",
                        "4",
                        "4",
                        hash,
                        hash,
                        "0",
                        "33",
                        "");
    }

    @Test
    void floating_point_pixels_are_hashed_as_they_are_and_their_extremes_are_fractions() throws Exception {
        DataSet map = DataSet.builder()
                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.30")
                .string(Tag.SOP_INSTANCE_UID, "2.25.30")
                .integer(Tag.SAMPLES_PER_PIXEL, 1)
                .string(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .integer(Tag.ROWS, 1)
                .integer(Tag.COLUMNS, 3)
                .integer(Tag.BITS_ALLOCATED, 64)
                .decimal(Tag.DOUBLE_FLOAT_PIXEL_DATA, -0.5, Double.NaN, 1.25)
                .build();
        try (OutputStream out = Files.newOutputStream(folder.resolve("map.dcm"))) {
            DicomWriter.write(map, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, out);
        }
        String[] columns = line(Run.of("check", folder.resolve("map.dcm").toString()), "map.dcm");
        ByteBuffer values = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        values.putDouble(-0.5).putDouble(Double.NaN).putDouble(1.25);
        assertThat(columns[7]).isEqualTo(sha256(values.array()));
        assertThat(List.of(columns).subList(9, 12)).containsExactly("-0.5", "1.25", "");
    }

    @Test
    void the_values_of_the_first_and_last_frame_can_be_written() throws Exception {
        Path values = folder.resolve("values");
        Run run = Run.of("check", folder.resolve("cine.dcm").toString(), "--values", values.toString());
        String[] columns = line(run, "cine.dcm");
        Path first = ValueFiles.target(values, folder.resolve("cine.dcm"), "1");
        Path last = ValueFiles.target(values, folder.resolve("cine.dcm"), "last");
        assertThat(columns[4]).isEqualTo("3");
        assertThat(sha256(Files.readAllBytes(first))).isEqualTo(columns[7]);
        assertThat(sha256(Files.readAllBytes(last))).isEqualTo(columns[8]).isNotEqualTo(columns[7]);
    }

    @Test
    void values_are_never_written_outside_of_their_folder() {
        assertThat(ValueFiles.target(Path.of("out"), Path.of("../../a/b.dcm"), "1"))
                .isEqualTo(Path.of("out/a/b.dcm.1"));
        assertThat(ValueFiles.target(Path.of("out"), Path.of("/a/b.dcm"), "last"))
                .isEqualTo(Path.of("out/a/b.dcm.last"));
    }

    @Test
    void json_says_the_same() {
        Run run = Run.of("check", "--json", folder.resolve("good.dcm").toString());
        assertThat(run.out()).contains("\"status\":\"image\"", "\"maximum\":33", "\"message\":\"\"");
    }

    @Test
    void a_path_that_is_not_there_is_said_plainly() {
        Run run = Run.of("check", folder.resolve("nowhere").toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("nowhere", "there is no such file or folder");
    }

    @Test
    void an_import_names_each_bad_file_once_and_loses_nothing_good() {
        Path store = folder.resolveSibling(folder.getFileName() + "-store");
        Run run = Run.of("import", folder.toString(), "--store", store.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("2 new", "4 left out");
        for (String bad : List.of("notes.txt", "truncated.dcm", "empty.dcm", "photo.dcm")) {
            assertThat(run.err().lines().filter(line -> line.contains(bad)))
                    .as(bad)
                    .hasSize(1);
        }
        Run again = Run.of("import", folder.resolve("good.dcm").toString(), "--store", store.toString());
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("0 new", "1 already here");
    }

    private static String[] line(Run run, String file) {
        return run.lines().stream()
                .filter(line -> line.split("\t", -1)[0].endsWith(file))
                .findFirst()
                .orElseThrow()
                .split("\t", -1);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
