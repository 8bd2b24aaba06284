// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.peer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.Peer.Right;
import org.wardlight.sync.sqlite.SqliteFile;

/** Peers in an SQLite file; several processes may use it, so that a command's change counts in a server that runs. */
public final class SqlitePeerBook implements PeerBook {
    private final SqliteFile file;

    public SqlitePeerBook(SqliteFile file) {
        this.file = file;
    }

    @Override
    public List<Peer> all() {
        return file.read(handle -> handle.createQuery("SELECT * FROM peer ORDER BY name")
                .map(SqlitePeerBook::peer)
                .list());
    }

    private static Peer peer(ResultSet row, StatementContext context) throws SQLException {
        return new Peer(
                row.getString("name"),
                new AeTitle(row.getString("title")),
                row.getString("host"),
                row.getInt("port"),
                row.getBoolean("tls"),
                row.getString("character_set"),
                row.getBoolean("any_address"),
                rights(row.getString("rights")),
                row.getString("web"));
    }

    private static Set<Right> rights(String words) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        Arrays.stream(words.split(" "))
                .filter(word -> !word.isEmpty())
                .forEach(word -> rights.add(Right.valueOf(word.toUpperCase(Locale.ROOT))));
        return rights;
    }

    @Override
    public boolean put(Peer peer) {
        return file.writeDurably(handle -> {
            boolean taken = handle.createQuery("SELECT count(*) FROM peer WHERE title = :title AND name <> :name")
                    .bind("title", peer.title().value())
                    .bind("name", peer.name())
                    .mapTo(Boolean.class)
                    .one();
            if (!taken) {
                insert(handle, peer);
            }
            return !taken;
        });
    }

    private static void insert(Handle handle, Peer peer) {
        handle.createUpdate("INSERT OR REPLACE INTO peer (name, title, host, port, tls, character_set, any_address,"
                        + " rights, web) VALUES (:name, :title, :host, :port, :tls, :characterSet, :anyAddress, :rights,"
                        + " :web)")
                .bind("name", peer.name())
                .bind("title", peer.title().value())
                .bind("host", peer.host())
                .bind("port", peer.port())
                .bind("tls", peer.tls())
                .bind("characterSet", peer.characterSet())
                .bind("anyAddress", peer.anyAddress())
                .bind("rights", peer.rights().stream().map(Right::word).sorted().collect(Collectors.joining(" ")))
                .bind("web", peer.web())
                .execute();
    }

    @Override
    public boolean remove(String name) {
        return file.writeDurably(handle -> handle.createUpdate("DELETE FROM peer WHERE name = :name")
                        .bind("name", name)
                        .execute()
                > 0);
    }
}
