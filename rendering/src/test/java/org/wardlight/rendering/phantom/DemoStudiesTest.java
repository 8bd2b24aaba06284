// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.FileByteSource;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.NativePixelData;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.document.Documents;
import org.wardlight.rendering.layer.LayerObjects;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoStudiesTest {
    private static final int[] ALWAYS = {
        Tag.SOP_CLASS_UID, Tag.SOP_INSTANCE_UID, Tag.MODALITY, Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID,
        Tag.IMAGE_TYPE, Tag.SAMPLES_PER_PIXEL, Tag.PHOTOMETRIC_INTERPRETATION, Tag.ROWS, Tag.COLUMNS,
        Tag.BITS_ALLOCATED, Tag.BITS_STORED, Tag.HIGH_BIT, Tag.PIXEL_REPRESENTATION, Tag.PATIENT_NAME,
        Tag.PATIENT_BIRTH_DATE, Tag.PATIENT_SEX, Tag.STUDY_DATE, Tag.ACCESSION_NUMBER, Tag.STUDY_DESCRIPTION
    };
    private static final Map<String, int[]> BY_MODALITY = Map.of(
            "CT",
                    new int[] {
                        Tag.IMAGE_POSITION_PATIENT,
                        Tag.IMAGE_ORIENTATION_PATIENT,
                        Tag.PIXEL_SPACING,
                        Tag.FRAME_OF_REFERENCE_UID,
                        Tag.RESCALE_INTERCEPT,
                        Tag.RESCALE_SLOPE,
                        Tag.KVP,
                        Tag.SLICE_THICKNESS
                    },
            "MR",
                    new int[] {
                        Tag.IMAGE_POSITION_PATIENT,
                        Tag.IMAGE_ORIENTATION_PATIENT,
                        Tag.PIXEL_SPACING,
                        Tag.FRAME_OF_REFERENCE_UID,
                        Tag.REPETITION_TIME,
                        Tag.ECHO_TIME,
                        0x00180020,
                        0x00180021
                    },
            "DX",
                    new int[] {
                        Tag.PRESENTATION_INTENT_TYPE,
                        Tag.PATIENT_ORIENTATION,
                        Tag.IMAGER_PIXEL_SPACING,
                        Tag.IMAGE_LATERALITY,
                        Tag.PIXEL_INTENSITY_RELATIONSHIP,
                        Tag.PIXEL_INTENSITY_RELATIONSHIP_SIGN,
                        Tag.RESCALE_INTERCEPT,
                        Tag.PRESENTATION_LUT_SHAPE,
                        Tag.LOSSY_IMAGE_COMPRESSION,
                        Tag.BURNED_IN_ANNOTATION
                    },
            "MG",
                    new int[] {
                        Tag.PRESENTATION_INTENT_TYPE,
                        Tag.PATIENT_ORIENTATION,
                        Tag.IMAGER_PIXEL_SPACING,
                        Tag.IMAGE_LATERALITY,
                        0x00181508,
                        0x00400318,
                        Tag.PRESENTATION_LUT_SHAPE
                    },
            "US",
                    new int[] {
                        Tag.NUMBER_OF_FRAMES,
                        Tag.FRAME_TIME,
                        Tag.FRAME_INCREMENT_POINTER,
                        Tag.LOSSY_IMAGE_COMPRESSION_RATIO,
                        Tag.LOSSY_IMAGE_COMPRESSION_METHOD
                    });

    private Path folder = Path.of("");

    private final List<DemoStudy> studies = DemoStudies.studies(2, 2, 2);
    private final List<Path> files = new ArrayList<>();

    @BeforeAll
    void write(@TempDir Path made) throws IOException {
        folder = made;
        for (DemoStudy study : studies) {
            study.write(folder);
            try (Stream<Path> written = Files.list(folder.resolve(study.name()))) {
                written.sorted().forEach(files::add);
            }
        }
    }

    @Test
    void the_demo_has_as_many_objects_as_a_ward_would_see() {
        Map<String, Integer> objects = new HashMap<>();
        DemoStudies.all()
                .forEach(study -> objects.put(study.name(), study.objects().size()));
        assertThat(objects)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ct-chest",
                        303,
                        "xr-chest",
                        2,
                        "xr-chest-prior",
                        1,
                        "mr-brain",
                        72,
                        "us-echo",
                        3,
                        "mg-pair",
                        2));
    }

    @Test
    void every_file_is_whole_and_has_what_its_kind_must_have() throws IOException {
        assertThat(files).hasSize(19);
        Set<String> instances = new HashSet<>();
        for (Path file : files) {
            try (FileByteSource source = FileByteSource.open(file)) {
                DicomObject object = DicomReader.read(source, Limits.STANDARD);
                assertThat(object.complete())
                        .as("%s is whole", file.getFileName())
                        .isTrue();
                String modality = object.data().string(Tag.MODALITY).orElseThrow();
                instances.add(object.sopInstanceUid().orElseThrow());
                if (LayerObjects.isLayer(object.sopClassUid().orElseThrow())) {
                    assertThat(LayerObjects.of(object, object.source(), Limits.STANDARD))
                            .isPresent();
                    continue;
                }
                if (object.pixelData().isEmpty()) {
                    assertThat(Documents.factsOf(object)).isPresent();
                    continue;
                }
                for (int tag : ALWAYS) {
                    assertThat(object.data().strings(tag).size() + object.data().integers(tag).length)
                            .as("%s has %08x", file.getFileName(), tag)
                            .isPositive();
                }
                for (int tag : Objects.requireNonNull(BY_MODALITY.get(modality))) {
                    assertThat(object.data().contains(tag))
                            .as("%s has %08x", file.getFileName(), tag)
                            .isTrue();
                }
                assertThat(NhsNumber.isValid(
                                object.data().string(Tag.PATIENT_ID).orElseThrow()))
                        .isTrue();
            }
        }
        assertThat(instances).hasSize(files.size());
    }

    @Test
    void native_pixels_fill_rows_columns_and_stay_within_their_bits() throws IOException {
        int looked = 0;
        for (Path file : files) {
            try (FileByteSource source = FileByteSource.open(file)) {
                DicomObject object = DicomReader.read(source, Limits.STANDARD);
                boolean layer = LayerObjects.isLayer(object.sopClassUid().orElseThrow());
                if (!layer && object.pixelData().orElse(null) instanceof NativePixelData pixels) {
                    long wanted = 2L
                            * object.data().integer(Tag.ROWS).orElseThrow()
                            * object.data().integer(Tag.COLUMNS).orElseThrow();
                    assertThat(pixels.length()).isEqualTo(wanted);
                    byte[] bytes = new byte[(int) wanted];
                    source.read(pixels.offset(), bytes, 0, bytes.length);
                    int above = 0xFF
                            & ~((1 << object.data().integer(Tag.BITS_STORED).orElseThrow() - 8) - 1);
                    for (int i = 1; i < bytes.length; i += 2) {
                        if ((bytes[i] & above) != 0) {
                            throw new AssertionError(
                                    file.getFileName() + " has a bit above Bits Stored at pixel " + i / 2);
                        }
                    }
                    looked++;
                }
            }
        }
        assertThat(looked).isEqualTo(13);
    }

    @Test
    void the_same_version_makes_the_same_bytes() throws IOException {
        for (String name : List.of("ct-chest", "mr-brain", "us-echo")) {
            DemoStudy again = DemoStudies.studies(2, 2, 2).stream()
                    .filter(study -> study.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            DemoObject object = again.objects().get(again.objects().size() - 1);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            object.writeTo(out);
            assertThat(out.toByteArray())
                    .as(name)
                    .isEqualTo(Files.readAllBytes(folder.resolve(name).resolve(object.fileName())));
        }
    }

    @Test
    void names_in_welsh_and_chinese_come_back() throws IOException {
        assertThat(nameIn("us-echo/US0001.dcm")).isEqualTo("ZZTEST^Llŷr^^Mr");
        assertThat(nameIn("mr-brain/MR1-0001.dcm")).isEqualTo("Wang^XiaoDong=王^小东");
    }

    @Test
    void dcmtk_reads_one_of_each_kind() throws IOException, InterruptedException {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "dcmdump")));
        assumeTrue(there, "dcmdump (DCMTK) is not in the PATH");
        for (DemoStudy study : studies) {
            Path file =
                    folder.resolve(study.name()).resolve(study.objects().get(0).fileName());
            File out = folder.resolve("dump.txt").toFile();
            Process dump = new ProcessBuilder("dcmdump", "-q", "+E", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(out)
                    .start();
            assertThat(dump.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(dump.exitValue()).as(study.name()).isZero();
            assertThat(Files.readString(out.toPath())).doesNotContain("E: ").doesNotContain("W: ");
        }
    }

    private String nameIn(String file) throws IOException {
        try (FileByteSource source = FileByteSource.open(folder.resolve(file))) {
            return DicomReader.read(source, Limits.STANDARD)
                    .data()
                    .string(Tag.PATIENT_NAME)
                    .orElseThrow();
        }
    }
}
