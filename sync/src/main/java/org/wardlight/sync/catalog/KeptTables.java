// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.wardlight.sync.blob.BlobHash;

/** What is kept beside the studies: renditions and pins; and which blobs all rows need. */
final class KeptTables {
    private KeptTables() {}

    static int put(Handle handle, RenditionRecord rendition) {
        return handle.createUpdate("INSERT INTO rendition (key, study, kind, blob, bytes)"
                        + " VALUES (:key, :study, :kind, :blob, :bytes) ON CONFLICT (key) DO UPDATE SET"
                        + " study = excluded.study, kind = excluded.kind, blob = excluded.blob, bytes = excluded.bytes")
                .bind("key", rendition.key())
                .bind("study", rendition.study())
                .bind("kind", rendition.kind())
                .bind("blob", rendition.blob().hex())
                .bind("bytes", rendition.bytes())
                .execute();
    }

    static Optional<RenditionRecord> rendition(Handle handle, String key) {
        return handle.createQuery("SELECT * FROM rendition WHERE key = :key")
                .bind("key", key)
                .map(KeptTables::rendition)
                .findOne();
    }

    static List<RenditionRecord> renditions(Handle handle, String study) {
        return handle.createQuery("SELECT * FROM rendition WHERE study = :study ORDER BY key")
                .bind("study", study)
                .map(KeptTables::rendition)
                .list();
    }

    private static RenditionRecord rendition(ResultSet rows, StatementContext context) throws SQLException {
        return new RenditionRecord(
                rows.getString("key"),
                rows.getString("study"),
                rows.getString("kind"),
                new BlobHash(rows.getString("blob")),
                rows.getLong("bytes"));
    }

    static int put(Handle handle, Pin pin) {
        return handle.createUpdate(
                        "INSERT OR REPLACE INTO pin (study, purpose, state, have, of, have_bytes, of_bytes, error, at)"
                                + " VALUES (:study, :purpose, :state, :have, :of, :haveBytes, :ofBytes, :error, :at)")
                .bind("study", pin.study())
                .bind("purpose", pin.purpose())
                .bind("state", pin.state().name())
                .bind("have", pin.have())
                .bind("of", pin.of())
                .bind("haveBytes", pin.haveBytes())
                .bind("ofBytes", pin.ofBytes())
                .bind("error", pin.error())
                .bind("at", pin.at().toString())
                .execute();
    }

    static List<Pin> pins(Handle handle) {
        return handle.createQuery("SELECT * FROM pin ORDER BY study")
                .map(KeptTables::pin)
                .list();
    }

    static Optional<Pin> pin(Handle handle, String study) {
        return handle.createQuery("SELECT * FROM pin WHERE study = :study")
                .bind("study", study)
                .map(KeptTables::pin)
                .findOne();
    }

    private static Pin pin(ResultSet rows, StatementContext context) throws SQLException {
        return new Pin(
                rows.getString("study"),
                rows.getString("purpose"),
                Pin.State.valueOf(rows.getString("state")),
                rows.getLong("have"),
                rows.getLong("of"),
                rows.getLong("have_bytes"),
                rows.getLong("of_bytes"),
                rows.getString("error"),
                Instant.parse(rows.getString("at")));
    }

    static int removePin(Handle handle, String study) {
        return handle.createUpdate("DELETE FROM pin WHERE study = :study")
                .bind("study", study)
                .execute();
    }

    static long followed(Handle handle, String site) {
        return handle.createQuery("SELECT cursor FROM followed WHERE site = :site")
                .bind("site", site)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    static int putFollowed(Handle handle, String site, long cursor) {
        return handle.createUpdate("INSERT INTO followed (site, cursor) VALUES (:site, :cursor)"
                        + " ON CONFLICT (site) DO UPDATE SET cursor = excluded.cursor")
                .bind("site", site)
                .bind("cursor", cursor)
                .execute();
    }

    static void removeRenditions(Handle handle, String study) {
        handle.createUpdate("DELETE FROM rendition WHERE study = :study")
                .bind("study", study)
                .execute();
    }

    static boolean isNeeded(Handle handle, BlobHash blob) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM instance WHERE blob = :blob)"
                        + " OR EXISTS (SELECT 1 FROM rendition WHERE blob = :blob)")
                .bind("blob", blob.hex())
                .mapTo(Boolean.class)
                .one();
    }

    static boolean forEachReference(Handle handle, Consumer<BlobReference> action) {
        handle.createQuery(
                        "SELECT blob, bytes, uid AS what FROM instance UNION ALL SELECT blob, bytes, key FROM rendition")
                .map((rows, context) -> new BlobReference(
                        new BlobHash(rows.getString("blob")), rows.getLong("bytes"), rows.getString("what")))
                .forEach(action);
        return true;
    }
}
