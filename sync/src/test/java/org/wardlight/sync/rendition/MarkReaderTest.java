// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.sync.blob.MemoryBlobs;
import org.wardlight.sync.catalog.MemoryCatalog;
import org.wardlight.sync.ingest.IngestItem;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.study.StudyDescriptor;
import org.wardlight.sync.study.StudyDescriptors;
import org.wardlight.sync.transfer.Manifest;
import org.wardlight.sync.transfer.Manifests;
import org.wardlight.sync.transfer.Purpose;

/** B27, B28: presentation states reach the images that they name, and no others; key objects too. */
class MarkReaderTest {
    private static final Fixtures CT = Fixtures.ct().slices(3).rows(8).columns(8);
    private static final String GSPS = "1.2.840.10008.5.1.4.1.1.11.1";
    private static final String KEYS = "1.2.840.10008.5.1.4.1.1.88.59";

    private final MemoryBlobs blobs = new MemoryBlobs();
    private final MemoryCatalog catalog = new MemoryCatalog(Clock.systemUTC());
    private final Ingester ingester = new Ingester(blobs, catalog, Limits.STANDARD);

    @Test
    void a_state_is_offered_for_the_frames_it_names_and_resolved_in_their_units() throws IOException {
        try (RenditionCache renditions = cache()) {
            StudyDescriptor study = study(renditions);
            StudyDescriptor.Presentation offered = study.presentations().get(0);
            assertThat(offered.label()).isEqualTo("MARKED");
            assertThat(offered.frames()).containsExactly(new StudyDescriptor.SeriesFrames(0, List.of(1)));
            assertThat(study.omitted()).noneMatch(one -> one.instance().equals("2.25.77"));

            JsonNode document = new ObjectMapper()
                    .readTree(renditions
                            .marks()
                            .presentation("2.25.77", offered.version())
                            .bytes());
            assertThat(document.get("images")).hasSize(1);
            JsonNode image = document.get("images").get(0);
            assertThat(image.get("instance").asText()).isEqualTo(CT.instanceUid(1));
            // The state has no Modality LUT, so its window is of stored values: 1024 above the image's Hounsfield
            // units.
            assertThat(image.get("look").get("window").get("center").asDouble()).isEqualTo(1064 - 0.5 - 1024);
            assertThat(image.get("look").get("window").get("width").asDouble()).isEqualTo(399);
            assertThat(image.get("look").get("negative").asBoolean()).isTrue();
            JsonNode example = new ObjectMapper()
                    .readTree(Path.of("../server/src/test/resources/contract/presentation.json")
                            .toFile());
            assertThat(names(document)).isEqualTo(names(example));
            assertThat(names(image)).isEqualTo(names(example.get("images").get(0)));
        }
    }

    @Test
    void key_objects_name_the_frames_that_they_mark() throws IOException {
        try (RenditionCache renditions = cache()) {
            StudyDescriptor.KeyObject keys = study(renditions).keyObjects().get(0);
            assertThat(keys.title()).isEqualTo("For Surgery");
            assertThat(keys.description()).isEqualTo("The nodule");
            assertThat(keys.frames()).containsExactly(new StudyDescriptor.SeriesFrames(0, List.of(1)));
        }
    }

    @Test
    void overlay_planes_and_states_travel_with_a_copy() throws IOException {
        try (RenditionCache renditions = cache()) {
            ingest(bytes(CT.dataSet(0).toBuilder()
                    .integer(Tag.OVERLAY_ROWS, 2)
                    .integer(Tag.OVERLAY_COLUMNS, 4)
                    .integer(Tag.OVERLAY_ORIGIN, 1, 1)
                    .bytes(Tag.OVERLAY_DATA, Vr.OW, new byte[] {0x5A, 0})
                    .build()));
            ingest(CT.bytes(1));
            ingest(bytes(state()));
            StudyDescriptors descriptors = new StudyDescriptors(catalog, renditions.finders());
            List<String> paths = new Manifests(catalog, blobs, descriptors, renditions)
                    .of(CT.studyUid(), Purpose.EXACT).orElseThrow().blobs().stream()
                            .map(Manifest.Entry::path)
                            .toList();
            assertThat(paths)
                    .filteredOn(path -> path.contains("/layers/overlay?v="))
                    .singleElement()
                    .asString()
                    .contains(CT.instanceUid(0));
            assertThat(paths).anyMatch(path -> path.startsWith("/api/v1/presentations/2.25.77?v="));
        }
    }

    @Test
    void the_bitmaps_that_a_state_holds_come_with_it() throws IOException {
        try (RenditionCache renditions = cache()) {
            ingest(bytes(state().toBuilder()
                    .string(Tag.SHUTTER_SHAPE, "BITMAP")
                    .integer(Tag.SHUTTER_OVERLAY_GROUP, 0x6000)
                    .integer(Tag.OVERLAY_ROWS, 2)
                    .integer(Tag.OVERLAY_COLUMNS, 4)
                    .integer(Tag.OVERLAY_ORIGIN, 1, 1)
                    .bytes(Tag.OVERLAY_DATA, Vr.OW, new byte[] {0x5A, 0})
                    .build()));
            ingest(CT.bytes(1));
            JsonNode document = new ObjectMapper()
                    .readTree(renditions.marks().presentation("2.25.77", null).bytes());
            String name = document.get("images").get(0).get("bitmap").asText();
            String picture = document.get("bitmaps").get(name).asText();
            byte[] png = Base64.getDecoder().decode(picture.substring("data:image/png;base64,".length()));
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(image.getRGB(1, 0)).isEqualTo(0xFF000000);
            assertThat(image.getRGB(0, 0) >>> 24).isZero();
        }
    }

    @Test
    void another_version_is_not_answered() throws IOException {
        try (RenditionCache renditions = cache()) {
            study(renditions);
            assertThatThrownBy(() -> renditions.marks().presentation("2.25.77", "00000000"))
                    .isInstanceOf(RenditionException.NotFound.class);
        }
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }

    private RenditionCache cache() {
        return new RenditionCache(catalog, blobs, CacheLimits.forHeap(256 << 20), 2);
    }

    private StudyDescriptor study(RenditionCache renditions) throws IOException {
        for (int i = 0; i < 3; i++) {
            ingest(CT.bytes(i));
        }
        ingest(bytes(state()));
        ingest(bytes(keys()));
        return new StudyDescriptors(catalog, renditions.finders())
                .of(CT.studyUid())
                .orElseThrow();
    }

    private void ingest(byte[] bytes) throws IOException {
        ingester.ingest(IngestItem.stream("it", new ByteArrayInputStream(bytes)));
    }

    private static DataSetBuilder object(String sopClass, String instance) {
        return DataSet.builder()
                .string(Tag.SOP_CLASS_UID, sopClass)
                .string(Tag.SOP_INSTANCE_UID, instance)
                .string(Tag.PATIENT_ID, "9990000018")
                .string(Tag.PATIENT_NAME, "ZZTEST^ALED")
                .string(Tag.STUDY_INSTANCE_UID, CT.studyUid())
                .string(Tag.SERIES_INSTANCE_UID, instance + ".1")
                .string(Tag.MODALITY, "PR");
    }

    private static DataSet reference() {
        return DataSet.builder()
                .string(Tag.REFERENCED_SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2")
                .string(Tag.REFERENCED_SOP_INSTANCE_UID, CT.instanceUid(1))
                .build();
    }

    private static DataSet state() {
        return object(GSPS, "2.25.77")
                .string(Tag.CONTENT_LABEL, "MARKED")
                .string(Tag.PRESENTATION_LUT_SHAPE, "INVERSE")
                .items(
                        Tag.REFERENCED_SERIES_SEQUENCE,
                        DataSet.builder()
                                .items(Tag.REFERENCED_IMAGE_SEQUENCE, reference())
                                .build())
                .items(
                        Tag.SOFTCOPY_VOI_LUT_SEQUENCE,
                        DataSet.builder()
                                .decimal(Tag.WINDOW_CENTER, 1064)
                                .decimal(Tag.WINDOW_WIDTH, 400)
                                .build())
                .build();
    }

    private static DataSet keys() {
        return object(KEYS, "2.25.78")
                .items(
                        Tag.CONCEPT_NAME_CODE_SEQUENCE,
                        DataSet.builder()
                                .string(Tag.CODE_MEANING, "For Surgery")
                                .build())
                .items(
                        Tag.CONTENT_SEQUENCE,
                        DataSet.builder().string(Tag.TEXT_VALUE, "The nodule").build(),
                        DataSet.builder()
                                .items(Tag.REFERENCED_SOP_SEQUENCE, reference())
                                .build())
                .build();
    }

    private static byte[] bytes(DataSet data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, out);
        return out.toByteArray();
    }
}
