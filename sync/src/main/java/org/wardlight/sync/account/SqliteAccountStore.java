// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.sqlite.SqliteFile;
import org.wardlight.sync.sqlite.UntilChanged;

/** Accounts in an SQLite file; several processes may use it. */
public final class SqliteAccountStore implements AccountStore {
    private static final int PEOPLE = 500;
    private static final String ALL = "";

    private final SqliteFile file;
    private final UntilChanged<String, List<User>> everybody;
    private final UntilChanged<String, Optional<User>> byName;
    private final UntilChanged<String, Optional<Session>> sessions;
    private final UntilChanged<String, Optional<Device>> devices;

    public SqliteAccountStore(SqliteFile file) {
        this.file = file;
        this.everybody = new UntilChanged<>(file, 1, all -> 1);
        this.byName = new UntilChanged<>(file, PEOPLE, one -> 1);
        this.sessions = new UntilChanged<>(file, PEOPLE, one -> 1);
        this.devices = new UntilChanged<>(file, PEOPLE, one -> 1);
    }

    @Override
    public List<User> users() {
        return everybody.get(ALL, all -> readUsers());
    }

    private List<User> readUsers() {
        return file.read(handle -> List.copyOf(handle.createQuery("SELECT * FROM account ORDER BY name")
                .map((rows, context) -> user(handle, rows))
                .list()));
    }

    @Override
    public Optional<User> user(String name) {
        return byName.get(name, wanted -> file.read(handle -> find(handle, wanted)));
    }

    private static Optional<User> find(Handle handle, String name) {
        return handle.createQuery("SELECT * FROM account WHERE name = :name")
                .bind("name", name)
                .map((rows, context) -> user(handle, rows))
                .findOne();
    }

    @Override
    public boolean addUser(User user) {
        return file.writeDurably(handle -> insert(handle, "INSERT OR IGNORE INTO account", user)) == 1;
    }

    private static int insert(Handle handle, String how, User user) {
        int written = handle.createUpdate(
                        how
                                + " (name, display_name, role, password, disabled, failures, locked_until, created_at, limited)"
                                + " VALUES (:name, :display, :role, :password, :disabled, :failures, :locked, :created, :limited)")
                .bind("name", user.name())
                .bind("display", user.displayName())
                .bind("role", user.role().name())
                .bind("password", user.password())
                .bind("disabled", user.disabled())
                .bind("failures", user.failures())
                .bind("locked", text(user.lockedUntil()))
                .bind("created", user.createdAt().toString())
                .bind("limited", user.reach().limited())
                .execute();
        if (written == 1) {
            putLists(handle, user);
        }
        return written;
    }

    private static void putLists(Handle handle, User user) {
        run(handle, "DELETE FROM account_list WHERE user = :key", user.name());
        for (String list : user.reach().lists()) {
            handle.createUpdate("INSERT OR IGNORE INTO account_list (user, list) VALUES (:user, :list)")
                    .bind("user", user.name())
                    .bind("list", list)
                    .execute();
        }
    }

    @Override
    public Optional<User> changeUser(String name, UnaryOperator<User> change) {
        return file.writeDurably(handle -> {
            Optional<User> changed = find(handle, name).map(change);
            changed.ifPresent(user -> insert(handle, "INSERT OR REPLACE INTO account", user));
            return changed;
        });
    }

    @Override
    public boolean removeUser(String name) {
        return file.writeDurably(handle -> {
            run(handle, "DELETE FROM session WHERE user = :key", name);
            run(handle, "DELETE FROM account_list WHERE user = :key", name);
            return run(handle, "DELETE FROM account WHERE name = :key", name) == 1;
        });
    }

    @Override
    public void putSession(Session session) {
        file.write(handle -> handle.createUpdate("INSERT OR REPLACE INTO session (token, user, created_at, seen_at)"
                        + " VALUES (:token, :user, :created, :seen)")
                .bind("token", session.token())
                .bind("user", session.user())
                .bind("created", session.createdAt().toString())
                .bind("seen", session.seenAt().toString())
                .execute());
    }

    @Override
    public Optional<Session> session(String token) {
        return sessions.get(token, this::readSession);
    }

    private Optional<Session> readSession(String token) {
        return file.read(handle -> handle.createQuery("SELECT * FROM session WHERE token = :token")
                .bind("token", token)
                .map((rows, context) -> new Session(
                        rows.getString("token"),
                        rows.getString("user"),
                        instant(rows, "created_at"),
                        instant(rows, "seen_at")))
                .findOne());
    }

    @Override
    public void removeSession(String token) {
        file.writeDurably(handle -> run(handle, "DELETE FROM session WHERE token = :key", token));
    }

    @Override
    public void removeSessionsOf(String user) {
        file.writeDurably(handle -> run(handle, "DELETE FROM session WHERE user = :key", user));
    }

    @Override
    public void removeSessionsBefore(Instant begun, Instant used) {
        file.write(handle -> handle.createUpdate("DELETE FROM session WHERE created_at < :begun OR seen_at < :used")
                .bind("begun", begun.toString())
                .bind("used", used.toString())
                .execute());
    }

    @Override
    public void putInvitation(Invitation invitation) {
        file.writeDurably(handle -> handle.createUpdate(
                        "INSERT OR REPLACE INTO invitation (token, role, user, given_by, expires_at)"
                                + " VALUES (:token, :role, :user, :by, :expires)")
                .bind("token", invitation.token())
                .bind("role", invitation.role().name())
                .bind("user", invitation.user())
                .bind("by", invitation.by())
                .bind("expires", invitation.expiresAt().toString())
                .execute());
    }

    @Override
    public Optional<Invitation> invitation(String token) {
        return file.read(handle -> handle.createQuery("SELECT * FROM invitation WHERE token = :token")
                .bind("token", token)
                .map(SqliteAccountStore::invitation)
                .findOne());
    }

    @Override
    public Optional<Invitation> takeInvitation(String token) {
        return file.writeDurably(handle -> handle.createQuery("DELETE FROM invitation WHERE token = :token RETURNING *")
                .bind("token", token)
                .map(SqliteAccountStore::invitation)
                .findOne());
    }

    @Override
    public boolean isInvited(Role role, Instant now) {
        return file.read(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM invitation WHERE role = :role AND expires_at > :now)")
                .bind("role", role.name())
                .bind("now", now.toString())
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public List<Device> devices() {
        return file.read(handle -> handle.createQuery("SELECT * FROM device ORDER BY name, id")
                .map(SqliteAccountStore::device)
                .list());
    }

    @Override
    public Optional<Device> device(String token) {
        return devices.get(token, this::readDevice);
    }

    private Optional<Device> readDevice(String token) {
        return file.read(handle -> handle.createQuery("SELECT * FROM device WHERE token = :token")
                .bind("token", token)
                .map(SqliteAccountStore::device)
                .findOne());
    }

    @Override
    public void putDevice(Device device) {
        file.writeDurably(handle -> handle.createUpdate(
                        "INSERT OR REPLACE INTO device (id, name, token, owner, created_at, seen_at, revoked_at)"
                                + " VALUES (:id, :name, :token, :owner, :created, :seen, :revoked)")
                .bind("id", device.id())
                .bind("name", device.name())
                .bind("token", device.token())
                .bind("owner", device.owner())
                .bind("created", device.createdAt().toString())
                .bind("seen", device.seenAt().toString())
                .bind("revoked", text(device.revokedAt()))
                .execute());
    }

    private static int run(Handle handle, String sql, String key) {
        return handle.createUpdate(sql).bind("key", key).execute();
    }

    private static Invitation invitation(ResultSet rows, StatementContext context) throws SQLException {
        return new Invitation(
                rows.getString("token"),
                Role.valueOf(rows.getString("role")),
                rows.getString("user"),
                rows.getString("given_by"),
                instant(rows, "expires_at"));
    }

    private static User user(Handle handle, ResultSet rows) throws SQLException {
        boolean limited = rows.getBoolean("limited");
        Reach reach = limited ? Reach.of(lists(handle, rows.getString("name"))) : Reach.ALL;
        return new User(
                rows.getString("name"),
                rows.getString("display_name"),
                Role.valueOf(rows.getString("role")),
                rows.getString("password"),
                rows.getBoolean("disabled"),
                rows.getInt("failures"),
                nullable(rows, "locked_until"),
                instant(rows, "created_at"),
                reach);
    }

    private static Set<String> lists(Handle handle, String user) {
        return Set.copyOf(handle.createQuery("SELECT list FROM account_list WHERE user = :user")
                .bind("user", user)
                .mapTo(String.class)
                .list());
    }

    private static Device device(ResultSet rows, StatementContext context) throws SQLException {
        return new Device(
                rows.getString("id"),
                rows.getString("name"),
                rows.getString("token"),
                rows.getString("owner"),
                instant(rows, "created_at"),
                instant(rows, "seen_at"),
                nullable(rows, "revoked_at"));
    }

    private static Instant instant(ResultSet rows, String column) throws SQLException {
        return Instant.parse(rows.getString(column));
    }

    private static @Nullable Instant nullable(ResultSet rows, String column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? null : Instant.parse(text);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
