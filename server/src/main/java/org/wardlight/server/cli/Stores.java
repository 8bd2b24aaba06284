// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.wardlight.server.wiring.ConfigException;
import org.wardlight.server.wiring.ServerConfig.Store;
import org.wardlight.server.wiring.Wiring;

/** Which store a command means. */
final class Stores {
    private Stores() {}

    /** The given one, else the usual one of a site or of a laptop. */
    static Store of(Console console, Optional<Path> given, boolean isLaptop) {
        Path data = Folders.of(console).data();
        return new Store(given.orElseGet(() -> isLaptop ? data.resolve("laptop.sqlite") : data.resolve("store")));
    }

    /** As {@link #of}, but the store must be there. */
    static Store existing(Console console, Optional<Path> given) {
        Store store = of(console, given, false);
        if (!Wiring.exists(store)) {
            throw new ConfigException("store is " + store.path() + ", but there is no Wardlight store; "
                    + "give --store the path that 'import' or 'sync' was given");
        }
        return store;
    }
}
