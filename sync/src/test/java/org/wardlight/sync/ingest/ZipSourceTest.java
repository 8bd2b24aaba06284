// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.sync.blob.MemoryBlobs;
import org.wardlight.sync.catalog.MemoryCatalog;

class ZipSourceTest extends IngestSourceContract {
    @Override
    IngestSource source(Map<String, byte[]> items) throws IOException {
        return new ZipSource(zip(items, StandardCharsets.UTF_8), "zip", ZipLimits.STANDARD);
    }

    private Path zip(Map<String, byte[]> items, Charset names) throws IOException {
        Path file = folder.resolve("in.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), names)) {
            for (var item : items.entrySet()) {
                zip.putNextEntry(new ZipEntry(item.getKey()));
                zip.write(item.getValue());
            }
        }
        return file;
    }

    private static Finds finds(Path zip, ZipLimits limits) throws IOException {
        Finds finds = new Finds();
        new ZipSource(zip, "in.zip", limits).forEach(finds);
        return finds;
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void a_name_that_leads_out_of_the_archive_is_named_and_not_taken() throws IOException {
        Path zip = zip(
                Map.of("a/b", bytes("x"), "../../etc/passwd", bytes("y"), "/root", bytes("z"), "C:\\x", bytes("w")),
                StandardCharsets.UTF_8);
        Finds finds = finds(zip, ZipLimits.STANDARD);
        assertThat(finds.names).containsExactly("in.zip/a/b");
        assertThat(finds.problems).hasSize(3).allMatch(problem -> problem.contains("leads out"));
    }

    @Test
    void a_bomb_is_named_before_it_is_opened() throws IOException {
        Path zip = zip(Map.of("zeros", new byte[8 << 20], "sound", bytes("x")), StandardCharsets.UTF_8);
        Finds finds = finds(zip, new ZipLimits(10, 100, 1L << 30));
        assertThat(finds.names).containsExactly("in.zip/sound");
        assertThat(finds.problems).singleElement().asString().contains("packed more than 100 times");
        assertThat(finds(zip, new ZipLimits(10, 10_000, 5 << 20)).problems)
                .singleElement()
                .asString()
                .contains("send it in parts");
        assertThat(finds(zip, new ZipLimits(1, 10_000, 1L << 30)).problems)
                .containsExactly("in.zip: an archive of more than 1 files; send it in parts");
    }

    @Test
    void an_entry_that_lies_about_its_size_is_cut_off_where_its_limit_is() throws IOException {
        Path zip = zip(Map.of("zeros", new byte[8 << 20]), StandardCharsets.UTF_8);
        byte[] archive = Files.readAllBytes(zip);
        // The size in the central directory, 24 bytes into its entry (APPNOTE.TXT 4.3.12).
        for (int i = 0; i < archive.length - 28; i++) {
            if (archive[i] == 'P' && archive[i + 1] == 'K' && archive[i + 2] == 1 && archive[i + 3] == 2) {
                archive[i + 24] = 5;
                archive[i + 25] = archive[i + 26] = archive[i + 27] = 0;
            }
        }
        Files.write(zip, archive);
        MemoryBlobs blobs = new MemoryBlobs();
        Ingester ingester = new Ingester(blobs, new MemoryCatalog(Clock.systemUTC()), Limits.STANDARD);
        IngestReport report =
                ingester.ingest(new ZipSource(zip, "in.zip", new ZipLimits(10, 100, 1L << 30)), outcomes -> {});
        assertThat(report.rejected()).isEqualTo(1);
    }

    @Test
    void a_damaged_entry_or_archive_is_named_and_the_rest_is_taken() throws IOException {
        Fixtures ct = Fixtures.ct().rows(4).columns(4).slices(3);
        Map<String, byte[]> items = new TreeMap<>();
        for (int i = 0; i < 3; i++) {
            items.put("slice" + i, ct.bytes(i));
        }
        Path zip = zip(items, StandardCharsets.UTF_8);
        byte[] archive = Files.readAllBytes(zip);
        archive[200] ^= 0x55;
        Files.write(zip, archive);
        MemoryCatalog catalog = new MemoryCatalog(Clock.systemUTC());
        Ingester ingester = new Ingester(new MemoryBlobs(), catalog, Limits.STANDARD);
        IngestReport report = ingester.ingest(new ZipSource(zip, "in.zip", ZipLimits.STANDARD), outcomes -> {});
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.name()).isEqualTo("in.zip/slice0"));
        Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(archive, archive.length - 40));
        assertThat(finds(cut, ZipLimits.STANDARD).problems)
                .containsExactly("in.zip: the ZIP archive is damaged or not whole; send it again");
    }

    @Test
    void names_of_any_age_are_read() throws IOException {
        assertThat(finds(zip(Map.of("grün", bytes("x")), Charset.forName("IBM437")), ZipLimits.STANDARD)
                        .lastParts())
                .containsExactly("grün");
    }

    @Test
    void a_dicomdir_in_an_archive_names_what_is_missing() throws IOException {
        Path directory = folder.resolve("DICOMDIR");
        FolderSourceTest.dicomDir(directory, new String[] {"IMAGES", "IM1"}, new String[] {"IMAGES", "IM2"});
        Path zip = zip(
                Map.of("disc/DICOMDIR", Files.readAllBytes(directory), "disc/images/im1.dcm", bytes("x")),
                StandardCharsets.UTF_8);
        Finds finds = finds(zip, ZipLimits.STANDARD);
        assertThat(finds.lastParts()).containsExactly("im1.dcm");
        assertThat(finds.problems)
                .containsExactly(
                        "in.zip/disc/IMAGES/IM2: missing: the DICOMDIR lists it, but there is no such file",
                        "in.zip/disc/DICOMDIR: the DICOMDIR lists 2 files, of which 1 are missing");
        assertThat(finds.missing).isEqualTo(List.of("2.25.7 2.25.7.1"));
    }

    @Test
    void an_archive_is_known_by_its_beginning() throws IOException {
        Path zip = zip(Map.of("a", bytes("x")), StandardCharsets.UTF_8);
        assertThat(ZipSource.isZip(zip)).isTrue();
        assertThat(ZipSource.isZip(folder)).isFalse();
        try (OutputStream out = Files.newOutputStream(zip)) {
            new ByteArrayInputStream(bytes("PK")).transferTo(out);
        }
        assertThat(ZipSource.isZip(zip)).isFalse();
    }
}
