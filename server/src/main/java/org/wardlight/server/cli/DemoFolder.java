// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.wardlight.server.wiring.ConfigException;
import org.wardlight.server.wiring.ServerConfig.Store;

/**
 * The throw-away folder of the demo:
 *
 *     wardlight-demo.txt   "making", then the version that made it, when all is there
 *     store/               a site's store
 *
 * Only a folder with that file in it is ever emptied.
 */
record DemoFolder(Path folder) {
    private static final String STAMP = "wardlight-demo.txt";
    private static final String MAKING = "making";

    Store store() {
        return new Store(folder.resolve("store"));
    }

    /** Whether all studies of this version are there. */
    boolean isComplete(String version) throws IOException {
        Path stamp = folder.resolve(STAMP);
        return Files.exists(stamp) && Files.readString(stamp).strip().equals(version);
    }

    /** Makes the folder, or empties it, and marks it as being made. */
    void begin() throws IOException {
        if (Files.exists(folder.resolve(STAMP))) {
            empty();
        } else if (Files.exists(folder) && !isEmpty()) {
            throw new ConfigException("--folder is " + folder
                    + ", which holds other files; the demo takes only a folder that is empty or its own");
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(STAMP), MAKING + "\n");
    }

    void finish(String version) throws IOException {
        Files.writeString(folder.resolve(STAMP), version + "\n");
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private void empty() throws IOException {
        Path store = store().path();
        if (!Files.exists(store)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(store)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
