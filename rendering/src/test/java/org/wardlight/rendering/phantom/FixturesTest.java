// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;

class FixturesTest {
    @Test
    void stored_values_are_what_the_recipe_says_masked_to_its_bits() {
        byte[] pixels = Fixtures.ct()
                .rows(2)
                .columns(3)
                .slices(2)
                .values((slice, row, column) -> 0xF000 | slice * 100 + row * 10 + column)
                .dataSet(1)
                .bytes(Tag.PIXEL_DATA)
                .orElseThrow();
        assertThat(pixels).containsExactly(100, 0, 101, 0, 102, 0, 110, 0, 111, 0, 112, 0);
    }

    @Test
    void a_recipe_makes_the_same_bytes_each_time_and_another_seed_another_study() {
        Fixtures ct = Fixtures.ct().slices(2);
        assertThat(ct.bytes(1)).isEqualTo(Fixtures.ct().slices(2).bytes(1));
        assertThat(ct.seed("other").studyUid()).isNotEqualTo(ct.studyUid());
        assertThat(ct.series(2).studyUid()).isEqualTo(ct.studyUid());
    }

    @Test
    void implicit_and_explicit_little_endian_read_back_alike() throws IOException {
        DicomObject explicit = read(Fixtures.dx().bytes(0));
        DicomObject implicit =
                read(Fixtures.dx().syntax(TransferSyntax.IMPLICIT_LITTLE_ENDIAN).bytes(0));
        assertThat(implicit.syntax()).isEqualTo(TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
        assertThat(implicit.data().string(Tag.PATIENT_ID))
                .isEqualTo(explicit.data().string(Tag.PATIENT_ID));
        assertThat(implicit.data().integer(Tag.ROWS)).isEqualTo(explicit.data().integer(Tag.ROWS));
    }

    @Test
    void a_cine_is_one_object_with_all_frames(@TempDir Path folder) throws IOException {
        List<Path> files = Fixtures.cine().rows(4).columns(4).slices(7).write(folder);
        assertThat(files).hasSize(1);
        DicomObject cine = read(Files.readAllBytes(files.get(0)));
        assertThat(cine.data().integer(Tag.NUMBER_OF_FRAMES)).hasValue(7);
    }

    private static DicomObject read(byte[] file) throws IOException {
        return DicomReader.read(new MemoryByteSource(file), Limits.STANDARD);
    }
}
