// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.sync.Json;
import org.wardlight.sync.TestStudy;
import org.wardlight.sync.study.StudyDescriptors;

class ManifestsTest {
    private TestSite site;

    @BeforeEach
    void start() throws IOException {
        site = new TestSite();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void whoever_reads_difference_planes_gets_them_at_the_address_of_the_exact_tile() throws Exception {
        TestStudy.ct(site.blobs, site.catalog, 3, 8);
        Manifest png = manifest(Purpose.EXACT);
        Manifest planes =
                site.manifests.of(TestStudy.STUDY, Purpose.EXACT, true).orElseThrow();
        assertThat(planes.blobs().stream().map(Manifest.Entry::path))
                .containsExactlyElementsOf(
                        png.blobs().stream().map(Manifest.Entry::path).toList());
        assertThat(planes.blobs().stream()
                        .filter(entry -> entry.kind() == BlobKind.PLANES)
                        .map(Manifest.Entry::path))
                .isNotEmpty()
                .containsExactlyElementsOf(png.blobs().stream()
                        .filter(entry -> entry.kind() == BlobKind.EXACT)
                        .map(Manifest.Entry::path)
                        .toList());
    }

    @Test
    void the_order_is_descriptor_strips_previews_exact_and_stacks_begin_in_the_middle() throws IOException {
        TestStudy.ct(site.blobs, site.catalog, 5, 8);
        Manifest manifest = manifest(Purpose.EXACT);
        assertThat(manifest.blobs().stream().map(entry -> entry.kind().word()))
                .startsWith("descriptor", "strip", "preview")
                .isSortedAccordingTo((a, b) -> List.of("descriptor", "strip", "preview", "exact")
                                .indexOf(a)
                        - List.of("descriptor", "strip", "preview", "exact").indexOf(b));
        String version = site.catalog
                .instance(TestStudy.SERIES + ".3")
                .orElseThrow()
                .instance()
                .blob()
                .hex();
        assertThat(manifest.blobs().get(2).path())
                .isEqualTo("/api/v1/instances/" + TestStudy.SERIES + ".3/frames/1/preview/0/0/0?v="
                        + version.substring(0, 8));
        assertThat(manifest.blobs()).hasSize(12);
        assertThat(manifest.version())
                .isEqualTo(new StudyDescriptors(site.catalog)
                        .of(TestStudy.STUDY)
                        .orElseThrow()
                        .version());
    }

    @Test
    void radiographs_come_before_stacks_and_the_middle_of_every_stack_before_the_rest_of_one() throws IOException {
        for (int number = 1; number <= 3; number++) {
            TestStudy.store(site.blobs, site.catalog, TestStudy.slice(number, 8).build());
            TestStudy.store(
                    site.blobs,
                    site.catalog,
                    TestStudy.slice(10 + number, 8)
                            .string(Tag.SERIES_INSTANCE_UID, "2.25.77.2")
                            .build());
        }
        TestStudy.store(
                site.blobs,
                site.catalog,
                TestStudy.slice(20, 8)
                        .string(Tag.SERIES_INSTANCE_UID, "2.25.77.3")
                        .string(Tag.MODALITY, "DX")
                        .build());
        List<String> instances = manifest(Purpose.ORIGINAL).blobs().stream()
                .filter(entry -> entry.kind() == BlobKind.ORIGINAL)
                .map(Manifest.Entry::instance)
                .toList();
        assertThat(instances)
                .startsWith(TestStudy.SERIES + ".20", TestStudy.SERIES + ".2", TestStudy.SERIES + ".12")
                .hasSize(7);
    }

    @Test
    void every_index_comes_once_and_gaps_halve() {
        for (int count : new int[] {0, 1, 2, 7, 300}) {
            assertThat(CoarseToFine.order(count))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, count).boxed().toList());
        }
        assertThat(CoarseToFine.order(7)).containsExactly(3, 1, 5, 0, 2, 4, 6);
    }

    @Test
    void a_large_frame_brings_all_levels_the_coarsest_first() throws IOException {
        TestStudy.store(site.blobs, site.catalog, TestStudy.slice(1, 1100).build());
        List<String> paths = manifest(Purpose.PREVIEW).blobs().stream()
                .filter(entry -> entry.kind() == BlobKind.PREVIEW)
                .map(Manifest.Entry::path)
                .toList();
        assertThat(new HashSet<>(paths)).hasSameSizeAs(paths);
        assertThat(paths.get(0)).doesNotContain("/preview/0/");
        assertThat(paths).filteredOn(path -> path.contains("/preview/0/")).hasSize(9);
    }

    @Test
    void objects_without_a_picture_are_among_the_originals_last() throws IOException {
        TestStudy.store(
                site.blobs,
                site.catalog,
                TestStudy.slice(1, 8).remove(Tag.PIXEL_DATA).build());
        TestStudy.store(site.blobs, site.catalog, TestStudy.slice(2, 8).build());
        List<Manifest.Entry> blobs = manifest(Purpose.ORIGINAL).blobs();
        assertThat(blobs.get(blobs.size() - 1).instance()).isEqualTo(TestStudy.SERIES + ".1");
        assertThat(blobs.get(blobs.size() - 1).path())
                .isEqualTo("/dicom-web/studies/2.25.77/series/2.25.77.1/instances/2.25.77.1.1");
    }

    @Test
    void asking_twice_gives_the_same_and_every_blob_is_here() throws IOException {
        TestStudy.ct(site.blobs, site.catalog, 4, 8);
        Manifest manifest = manifest(Purpose.EXACT);
        assertThat(manifest(Purpose.EXACT)).isEqualTo(manifest);
        for (Manifest.Entry entry : manifest.blobs()) {
            assertThat(site.blobs.size(entry.blob())).hasValue(entry.bytes());
        }
    }

    @Test
    void the_contract_file_is_read_and_written_as_it_stands() throws IOException {
        Path contract = Path.of(System.getProperty("wardlight.root", ".."))
                .resolve("server/src/test/resources/contract/manifest.json");
        Assumptions.assumeTrue(Files.exists(contract), "the server's contract files are not beside this module");
        byte[] json = Files.readAllBytes(contract);
        Manifest manifest = Json.read(json, Manifest.class);
        assertThat(manifest.purpose()).isEqualTo(Purpose.EXACT);
        List<String> words = new ArrayList<>();
        manifest.blobs().forEach(entry -> words.add(entry.kind().word()));
        assertThat(words).containsExactly("descriptor", "strip", "preview", "exact");
        String compact = new String(json, java.nio.charset.StandardCharsets.UTF_8).replaceAll("\\s", "");
        assertThat(new String(Json.bytes(manifest), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(compact);
    }

    private Manifest manifest(Purpose purpose) throws IOException {
        return site.manifests.of(TestStudy.STUDY, purpose).orElseThrow();
    }
}
