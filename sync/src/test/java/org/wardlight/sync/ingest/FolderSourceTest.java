// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;

class FolderSourceTest extends IngestSourceContract {
    @Override
    IngestSource source(Map<String, byte[]> items) throws IOException {
        Path root = Files.createDirectories(folder.resolve("in"));
        for (var item : items.entrySet()) {
            Files.write(root.resolve(item.getKey()), item.getValue());
        }
        return new FolderSource(root);
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[] {1});
    }

    private Finds finds(Path root) throws IOException {
        Finds finds = new Finds();
        new FolderSource(root).forEach(finds);
        return finds;
    }

    @Test
    void folders_within_are_searched_and_what_systems_strew_about_is_passed_over() throws IOException {
        file("in/b/2");
        file("in/a/deep/1");
        file("in/c");
        file("in/a/Thumbs.db");
        file("in/.DS_Store");
        file("in/.hidden/x");
        file("in/__MACOSX/._c");
        Finds finds = finds(folder.resolve("in"));
        assertThat(finds.lastParts()).containsExactly("1", "2", "c");
        assertThat(finds.names).allMatch(name -> name.startsWith(folder + "/in/"));
        assertThat(finds.problems).isEmpty();
        assertThat(new FolderSource(folder.resolve("in")).size()).isEqualTo(new IngestSource.Size(3, 3));
    }

    @Test
    void a_link_that_leads_out_is_named_and_not_followed() throws IOException {
        Path outside = file("outside/secret");
        Path inside = file("in/a");
        Files.createSymbolicLink(folder.resolve("in/out"), outside);
        Files.createSymbolicLink(folder.resolve("in/loop"), folder.resolve("in"));
        Files.createSymbolicLink(folder.resolve("in/same"), inside);
        Files.createSymbolicLink(folder.resolve("in/void"), folder.resolve("nowhere"));
        Finds finds = finds(folder.resolve("in"));
        assertThat(finds.lastParts()).containsExactly("a");
        assertThat(finds.problems)
                .hasSize(2)
                .allMatch(problem -> problem.contains("leads out"))
                .anyMatch(problem -> problem.contains("/in/out"));
    }

    @Test
    void a_single_file_is_a_source_and_a_missing_one_is_named() throws IOException {
        Path file = file("in/a");
        assertThat(finds(file).names).containsExactly(file.toString());
        assertThat(finds(folder.resolve("none")).problems)
                .singleElement()
                .asString()
                .contains("no such file");
    }

    @Test
    void a_dicomdir_is_no_object_but_names_what_is_missing() throws IOException {
        file("in/IMAGES/im1.dcm");
        file("in/IMAGES/IM2");
        dicomDir(
                folder.resolve("in/DICOMDIR"),
                new String[] {"IMAGES", "IM1"},
                new String[] {"IMAGES", "IM2"},
                new String[] {"IMAGES", "IM3"},
                new String[] {"..", "ETC", "PASSWD"});
        Finds finds = finds(folder.resolve("in"));
        assertThat(finds.lastParts()).containsExactly("IM2", "im1.dcm");
        assertThat(finds.problems)
                .hasSize(3)
                .anyMatch(problem -> problem.contains("lists 4 files, of which 2 are missing"))
                .anyMatch(problem -> problem.contains("IMAGES/IM3: missing"))
                .anyMatch(problem -> problem.contains("../ETC/PASSWD: missing"));
        assertThat(finds.missing).containsExactly("2.25.7 2.25.7.2", "2.25.7 2.25.7.3");
    }

    @Test
    void a_dicomdir_that_is_none_is_named() throws IOException {
        file("in/dicomdir");
        assertThat(finds(folder.resolve("in")).problems)
                .singleElement()
                .asString()
                .contains("dicomdir: the DICOMDIR cannot be understood");
    }

    static void dicomDir(Path file, String[]... fileIds) throws IOException {
        DataSet[] records = new DataSet[fileIds.length + 1];
        records[0] = DataSet.builder()
                .string(Tag.DIRECTORY_RECORD_TYPE, "STUDY")
                .string(Tag.STUDY_INSTANCE_UID, "2.25.7")
                .build();
        for (int i = 0; i < fileIds.length; i++) {
            records[i + 1] = DataSet.builder()
                    .string(Tag.DIRECTORY_RECORD_TYPE, "IMAGE")
                    .string(Tag.REFERENCED_SOP_INSTANCE_UID_IN_FILE, "2.25.7." + i)
                    .string(Tag.REFERENCED_FILE_ID, fileIds[i])
                    .build();
        }
        DataSet directory = DataSet.builder()
                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.1.3.10")
                .string(Tag.SOP_INSTANCE_UID, "2.25.99")
                .items(Tag.DIRECTORY_RECORD_SEQUENCE, java.util.List.of(records))
                .build();
        try (OutputStream out = Files.newOutputStream(file)) {
            DicomWriter.write(directory, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, out);
        }
    }
}
