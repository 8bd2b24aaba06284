// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes over what can still be read of a damaged file, table by table. */
public final class Salvage {
    private Salvage() {}

    /**
     * Copies rows of every table of the new file from the old one, where a row of that key is not there yet.
     *
     * @param derived tables that are not wanted
     * @return tables that could not be read to their end; what was read of them was not kept
     */
    public static List<String> run(Path from, Path to, Set<String> derived) {
        List<String> lost = new ArrayList<>();
        try (Connection connection = Connections.source(to).getConnection()) {
            try (PreparedStatement attach = connection.prepareStatement("ATTACH ? AS old")) {
                attach.setString(1, from.toString());
                attach.execute();
            }
            for (String table : tables(connection)) {
                if (derived.stream().noneMatch(name -> table.equals(name) || table.startsWith(name + "_"))
                        && !copy(connection, table)) {
                    lost.add(table);
                }
            }
            return lost;
        } catch (SQLException unreadable) {
            return List.of("all");
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return strings(
                connection,
                "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'schema_history'");
    }

    private static boolean copy(Connection connection, String table) {
        try (Statement statement = connection.createStatement()) {
            List<String> columns = strings(connection, "SELECT name FROM old.pragma_table_info('" + table + "')");
            columns.retainAll(strings(connection, "SELECT name FROM main.pragma_table_info('" + table + "')"));
            if (!columns.isEmpty()) {
                String names = '"' + String.join("\", \"", columns) + '"';
                statement.executeUpdate("INSERT OR IGNORE INTO main.\"" + table + "\" (" + names + ") SELECT " + names
                        + " FROM old.\"" + table + '"');
            }
            return true;
        } catch (SQLException damaged) {
            return false;
        }
    }

    /** From now on the numbers that a table gives itself are higher than this one. */
    public static void startAbove(Path file, String table, long number) {
        try (Connection connection = Connections.source(file).getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)")) {
            statement.setString(1, table);
            statement.setLong(2, number);
            statement.execute();
        } catch (SQLException e) {
            throw SqliteFile.failure(file, e);
        }
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
