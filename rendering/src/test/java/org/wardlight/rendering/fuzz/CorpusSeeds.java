// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Small real files of the syntaxes for which we have no encoder, when the corpus is there. */
final class CorpusSeeds {
    private static final List<String> FOLDERS =
            List.of("jpegls", "htj2k", "jpeg", "jpeg2000", "rle", "objects", "display", "multiframe", "special");
    private static final long SMALL = 40_000;
    private static final long TINY = 200;

    private CorpusSeeds() {}

    /** In the order of their names; empty without the corpus. */
    static List<FuzzSeed> present() throws IOException {
        Path root = Path.of(System.getProperty("wardlight.corpus", "absent"), "dicom");
        List<FuzzSeed> seeds = new ArrayList<>();
        for (String folder : FOLDERS) {
            if (Files.isDirectory(root.resolve(folder))) {
                for (Path file : small(root.resolve(folder))) {
                    seeds.add(new FuzzSeed(folder + "/" + file.getFileName(), false, Files.readAllBytes(file)));
                }
            }
        }
        return seeds;
    }

    private static List<Path> small(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        List<Path> small = new ArrayList<>();
        for (Path file : files) {
            if (Files.isRegularFile(file) && Files.size(file) > TINY && Files.size(file) < SMALL) {
                small.add(file);
            }
        }
        return small;
    }
}
