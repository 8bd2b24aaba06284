// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.wardlight.rendering.codec.Isolation;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.server.http.Security;
import org.wardlight.server.wiring.ServerConfig.Store;
import org.wardlight.sync.OwnerOnly;
import org.wardlight.sync.account.AccountStore;
import org.wardlight.sync.account.Accounts;
import org.wardlight.sync.account.AuditEntry.Action;
import org.wardlight.sync.account.AuditEntry.Outcome;
import org.wardlight.sync.account.AuditLog;
import org.wardlight.sync.account.Devices;
import org.wardlight.sync.account.MemoryAccountStore;
import org.wardlight.sync.account.MemoryAuditLog;
import org.wardlight.sync.account.MemorySiteTokens;
import org.wardlight.sync.account.Passwords;
import org.wardlight.sync.account.SiteTokens;
import org.wardlight.sync.account.SqliteAccountStore;
import org.wardlight.sync.account.SqliteAuditLog;
import org.wardlight.sync.account.SqliteSiteTokens;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.blob.DirectoryBlobs;
import org.wardlight.sync.blob.MemoryBlobs;
import org.wardlight.sync.blob.PartialBlobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.MemoryCatalog;
import org.wardlight.sync.catalog.SqliteCatalog;
import org.wardlight.sync.catalog.SqliteStore;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.keep.Keeps;
import org.wardlight.sync.list.Lists;
import org.wardlight.sync.list.MemoryLists;
import org.wardlight.sync.list.SqliteLists;
import org.wardlight.sync.mark.MarkBook;
import org.wardlight.sync.mark.MemoryMarkBook;
import org.wardlight.sync.mark.SqliteMarkBook;
import org.wardlight.sync.peer.Commitments;
import org.wardlight.sync.peer.MemoryCommitments;
import org.wardlight.sync.peer.MemoryPeerBook;
import org.wardlight.sync.peer.MemoryPullJobs;
import org.wardlight.sync.peer.PeerBook;
import org.wardlight.sync.peer.PullJobs;
import org.wardlight.sync.peer.SqliteCommitments;
import org.wardlight.sync.peer.SqlitePeerBook;
import org.wardlight.sync.peer.SqlitePullJobs;
import org.wardlight.sync.rendition.CacheLimits;
import org.wardlight.sync.rendition.RenditionCache;
import org.wardlight.sync.sqlite.SqliteFile;
import org.wardlight.sync.study.StudyDescriptors;
import org.wardlight.sync.transfer.Manifests;
import org.wardlight.sync.upload.UploadReader;
import org.wardlight.sync.upload.Uploads;

/**
 * Builds implementations: nothing else does. A store is
 *
 *     laptop.sqlite                 one file: catalog and blobs
 *     folder/catalog.sqlite         a site: the catalog,
 *     folder/blobs/                 and the blobs as files
 *     folder/uploads/               what browsers are sending
 */
public final class Wiring {
    static final String CATALOG = "catalog.sqlite";
    private static final String UPLOADS = "uploads";

    private Wiring() {}

    /** Opens a store, or makes it. */
    public static Node open(Store store, Clock clock) throws IOException {
        return store.isOneFile() ? oneFile(store.path(), clock) : folder(store.path(), clock);
    }

    /** Whether there is a store already. */
    public static boolean exists(Store store) {
        return Files.exists(store.isOneFile() ? store.path() : store.path().resolve(CATALOG));
    }

    /** Takes a store's file out of everybody's sight but its owner's, however it came to be: a secret goes into it. */
    public static void keepToOwner(Store store) throws IOException {
        OwnerOnly.restrict(store.isOneFile() ? store.path() : store.path().resolve(CATALOG));
    }

    /** A store that ends with the process. */
    public static Node inMemory(Clock clock) {
        MemoryBlobs blobs = new MemoryBlobs();
        Security security = security(new MemoryAccountStore(), new MemoryAuditLog(clock), new MemoryLists(), clock);
        return node(
                new MemoryCatalog(clock),
                blobs,
                blobs,
                security,
                new MemorySiteTokens(),
                new MemoryPeerBook(),
                new MemoryPullJobs(clock),
                new MemoryCommitments(clock),
                new MemoryMarkBook(clock),
                Path.of(System.getProperty("java.io.tmpdir"), "wardlight-" + UUID.randomUUID(), UPLOADS),
                clock,
                Keeps.inMemory(clock),
                thorough -> List.of(),
                () -> {});
    }

    private static Node oneFile(Path path, Clock clock) throws IOException {
        if (Files.isDirectory(path)) {
            throw new ConfigException(
                    "store is " + path + ", which is a folder; a name that ends in .sqlite must be a file");
        }
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            OwnerOnly.folder(parent);
        }
        OwnerOnly.file(path);
        SqliteStore store = SqliteStore.open(path, clock);
        return node(
                store.catalog(),
                store.blobs(),
                store.blobs(),
                security(store.file(), clock),
                new SqliteSiteTokens(store.file()),
                new SqlitePeerBook(store.file()),
                new SqlitePullJobs(store.file(), clock),
                new SqliteCommitments(store.file(), clock),
                new SqliteMarkBook(store.file(), clock),
                path.resolveSibling(path.getFileName() + "." + UPLOADS),
                clock,
                Keeps.in(store.file(), clock),
                store::faults,
                store);
    }

    private static Node folder(Path path, Clock clock) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new ConfigException(
                    "store is " + path + ", which is a file; give a folder, or a file whose name ends in .sqlite");
        }
        OwnerOnly.folder(path);
        DirectoryBlobs blobs = new DirectoryBlobs(path.resolve("blobs"));
        OwnerOnly.file(path.resolve(CATALOG));
        SqliteFile file = SqliteFile.open(path.resolve(CATALOG));
        return node(
                new SqliteCatalog(file, clock),
                blobs,
                blobs,
                security(file, clock),
                new SqliteSiteTokens(file),
                new SqlitePeerBook(file),
                new SqlitePullJobs(file, clock),
                new SqliteCommitments(file, clock),
                new SqliteMarkBook(file, clock),
                path.resolve(UPLOADS),
                clock,
                Keeps.in(file, clock),
                file::faults,
                file);
    }

    private static Security security(SqliteFile file, Clock clock) {
        return security(new SqliteAccountStore(file), new SqliteAuditLog(file, clock), new SqliteLists(file), clock);
    }

    private static Security security(AccountStore store, AuditLog audit, Lists lists, Clock clock) {
        return new Security(new Accounts(store, new Passwords(), clock), new Devices(store, clock), audit, lists);
    }

    private static Node node(
            Catalog catalog,
            Blobs blobs,
            PartialBlobs partials,
            Security security,
            SiteTokens siteTokens,
            PeerBook peerBook,
            PullJobs pullJobs,
            Commitments commitments,
            MarkBook marks,
            Path uploads,
            Clock clock,
            Keeps keeps,
            Function<Boolean, List<String>> faults,
            AutoCloseable closing) {
        Isolation.byDefault();
        Runtime machine = Runtime.getRuntime();
        CacheLimits limits = CacheLimits.forHeap(machine.maxMemory());
        RenditionCache renditions = new RenditionCache(catalog, blobs, limits, machine.availableProcessors());
        StudyDescriptors descriptors = new StudyDescriptors(catalog, renditions.finders());
        Ingester ingester = new Ingester(blobs, catalog, Limits.STANDARD);
        return new Node(
                catalog,
                blobs,
                partials,
                ingester,
                descriptors,
                renditions,
                new Manifests(catalog, blobs, descriptors, renditions),
                security,
                siteTokens,
                peerBook,
                pullJobs,
                commitments,
                marks,
                new Uploads(uploads, new UploadReader(ingester, uploaded(security.audit())), clock),
                keeps,
                faults,
                closing);
    }

    /** The audit says of each study who sent objects of it. */
    private static UploadReader.Finished uploaded(AuditLog audit) {
        return (upload, result) -> result.studies()
                .forEach(study -> audit.add(new AuditLog.Event(
                        upload.owner(), "upload", Action.STORE, Outcome.DONE, study, "upload " + upload.id())));
    }
}
