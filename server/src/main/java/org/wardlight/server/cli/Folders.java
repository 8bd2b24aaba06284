// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the operating system wants a program's files to be. Pure: decides from the environment that it is given. */
record Folders(String system, Path home, Map<String, String> environment) {
    static Folders of(Console console) {
        return new Folders(
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")),
                console.environment());
    }

    /** For what must stay. */
    Path data() {
        return folder("XDG_DATA_HOME", ".local/share", "Library/Application Support");
    }

    /** For what can be made again. */
    Path cache() {
        return folder("XDG_CACHE_HOME", ".cache", "Library/Caches");
    }

    private Path folder(String variable, String unix, String mac) {
        String name = system.toLowerCase(Locale.ROOT);
        String local = environment.get("LOCALAPPDATA");
        if (name.startsWith("windows") && local != null) {
            return Path.of(local, "Wardlight");
        }
        if (name.startsWith("mac")) {
            return home.resolve(mac).resolve("Wardlight");
        }
        String set = environment.get(variable);
        Path base = set == null || set.isBlank() || !Path.of(set).isAbsolute() ? home.resolve(unix) : Path.of(set);
        return base.resolve("wardlight");
    }
}
