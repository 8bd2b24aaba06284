// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.wardlight.server.wiring.ServerConfig.Store;
import org.wardlight.sync.OwnerOnly;
import org.wardlight.sync.backup.Rebuild;
import org.wardlight.sync.backup.StoreCopy;
import org.wardlight.sync.blob.DirectoryBlobs;
import org.wardlight.sync.sqlite.SqliteFile;

/**
 * Copies of whole stores. A backup has the form of the store that it is of: a folder of catalog and blobs, to which the next backup adds what is new;
 * or one file, which is written anew.
 */
public final class Backups {
    private static final String BLOBS = "blobs";

    private Backups() {}

    /** Copies a store that may be in use, over an earlier copy of it. */
    public static StoreCopy.Copied backUp(Store store, Path target, boolean verifiesAll, StoreCopy.Progress progress)
            throws IOException {
        if (isSame(store.path(), target)) {
            throw new ConfigException("the backup is " + target + ", which is the store itself; give another place");
        }
        return copy(store, new Store(target), verifiesAll, progress);
    }

    /**
     * Makes a store of a backup, and compares every byte with its hash.
     *
     * @throws ConfigException when something is at the store's place, or the backup is none
     */
    public static StoreCopy.Copied restore(Path backup, Store store, StoreCopy.Progress progress) throws IOException {
        if (!Wiring.exists(new Store(backup))) {
            throw new ConfigException("backup is " + backup + ", but there is no Wardlight store in it");
        }
        if (!isEmpty(store.path())) {
            throw new ConfigException(
                    "store is " + store.path() + ", and something is there; restore to a place where nothing is");
        }
        if (new Store(backup).isOneFile() != store.isOneFile()) {
            throw new ConfigException(
                    "a backup that is one file is restored to a file whose name ends in .sqlite, one that "
                            + "is a folder to a folder");
        }
        return copy(new Store(backup), store, true, progress);
    }

    /** Makes a lost or damaged catalog anew from the blobs of a site. */
    public static Rebuild.Rebuilt rebuild(Store store, Clock clock, StoreCopy.Progress progress) throws IOException {
        if (store.isOneFile() || !Files.isDirectory(store.path().resolve(BLOBS))) {
            throw new ConfigException("store is " + store.path() + ", which has no folder of blobs to rebuild from; "
                    + "restore a backup, or copy its studies from their site again");
        }
        Path catalog = store.path().resolve(Wiring.CATALOG);
        Rebuild.Rebuilt rebuilt =
                Rebuild.run(catalog, new DirectoryBlobs(store.path().resolve(BLOBS)), clock, progress);
        OwnerOnly.restrict(catalog);
        return rebuilt;
    }

    private static StoreCopy.Copied copy(Store from, Store to, boolean verifiesAll, StoreCopy.Progress progress)
            throws IOException {
        if (from.isOneFile()) {
            Path fresh = to.path().resolveSibling(to.path().getFileName() + ".new");
            SqliteFile.copy(from.path(), fresh);
            OwnerOnly.restrict(fresh);
            long bytes = Files.size(fresh);
            Files.move(fresh, to.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new StoreCopy.Copied(1, bytes, 0, List.of());
        }
        OwnerOnly.folder(to.path());
        Path catalog = to.path().resolve(Wiring.CATALOG);
        DirectoryBlobs blobs = new DirectoryBlobs(from.path().resolve(BLOBS));
        DirectoryBlobs copies = new DirectoryBlobs(to.path().resolve(BLOBS));
        StoreCopy.Copied copied = new StoreCopy(blobs, copies, verifiesAll, progress)
                .run(from.path().resolve(Wiring.CATALOG), catalog);
        OwnerOnly.restrict(catalog);
        return copied;
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        return Files.exists(other) && Files.isSameFile(one, other);
    }

    private static boolean isEmpty(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return !Files.exists(place);
        }
        try (Stream<Path> inside = Files.list(place)) {
            return inside.findAny().isEmpty();
        }
    }
}
