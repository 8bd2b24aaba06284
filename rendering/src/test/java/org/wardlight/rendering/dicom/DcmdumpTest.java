// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.DicomWriter.SequenceLengths;

/** What we write, read by another toolkit where it is installed. */
class DcmdumpTest {
    @Test
    void dcmdump_accepts_what_we_write_in_every_plain_syntax(@TempDir Path folder) throws Exception {
        Path dcmdump = dcmdump();
        for (TransferSyntax syntax : TransferSyntax.known().subList(0, 4)) {
            for (SequenceLengths lengths : SequenceLengths.values()) {
                Path file = folder.resolve("plain.dcm");
                try (OutputStream out = Files.newOutputStream(file)) {
                    DicomWriter.write(DicomFixtures.rich().build(), syntax, lengths, out);
                }
                assertThat(dump(dcmdump, file))
                        .as(syntax.name() + " " + lengths)
                        .contains("(0028,0010) US 2", "[1.2.3]", "Größe", "(0028,0120) SS -2000", "(7fe0,0010) OW");
            }
        }
    }

    @Test
    void dcmdump_finds_fragments_and_offset_table_in_compressed_pixel_data(@TempDir Path folder) throws Exception {
        Path dcmdump = dcmdump();
        Path file = folder.resolve("compressed.dcm");
        DataSet data = DicomFixtures.image()
                .frames(List.of(new byte[33], new byte[12]))
                .build();
        try (OutputStream out = Files.newOutputStream(file)) {
            DicomWriter.write(data, TransferSyntax.JPEG_BASELINE, out);
        }
        assertThat(dump(dcmdump, file)).contains("PixelSequence #=3", "00\\00\\00\\00\\2a\\00\\00\\00");
    }

    private static Path dcmdump() {
        String path = System.getenv().getOrDefault("PATH", "");
        List<Path> found = java.util.Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, "dcmdump"))
                .filter(Files::isExecutable)
                .toList();
        assumeTrue(!found.isEmpty(), "skipped: dcmdump (DCMTK) is not installed");
        return found.get(0);
    }

    private static String dump(Path dcmdump, Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(dcmdump.toString(), "--print-all", file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        assertThat(output).doesNotContain("W: ").doesNotContain("E: ");
        return output;
    }
}
