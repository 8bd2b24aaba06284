// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.account.AccountException.Reason;

/**
 * The rules of accounts: signing in, lockout, sessions, one-time links. Devices are in {@link Devices}. Secrets leave here once and are
 * kept as hashes. Thread-safe.
 */
public final class Accounts {
    /** A shift: a session that is not used for so long ends. */
    static final Duration IDLE = Duration.ofHours(12);

    /** However much it is used. */
    static final Duration LONGEST = Duration.ofDays(7);

    private static final int FREE_FAILURES = 4;
    private static final Duration FIRST_LOCK = Duration.ofSeconds(30);
    private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);

    private final AccountStore store;
    private final Passwords passwords;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    public Accounts(AccountStore store, Passwords passwords, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Whether nobody has an account: then whoever sits at the machine may do everything, and nobody else reaches it. */
    public boolean isOpen() {
        return store.users().isEmpty();
    }

    /** Whether somebody can administer. */
    public boolean hasAdministrator() {
        return store.users().stream().anyMatch(Accounts::administers);
    }

    public List<User> users() {
        return store.users();
    }

    /** Tries a name and a password; a right one begins a session. */
    public SignIn signIn(String name, String password) {
        Optional<User> known = store.user(name);
        if (known.isEmpty() || password.length() > Passwords.LONGEST) {
            passwords.matchNobody("");
            return new SignIn.Wrong();
        }
        User user = known.get();
        Instant now = now();
        if (user.lockedUntil() != null && user.lockedUntil().isAfter(now)) {
            return new SignIn.Locked(user.lockedUntil());
        }
        if (!passwords.matches(password, user.password())) {
            store.changeUser(name, before -> failed(before, now));
            return new SignIn.Wrong();
        }
        if (user.disabled()) {
            return new SignIn.Wrong();
        }
        store.changeUser(name, before -> before.failed(0, null));
        return new SignIn.Granted(begin(user.name()), Caller.of(user));
    }

    private static User failed(User user, Instant now) {
        int failures = user.failures() + 1;
        if (failures <= FREE_FAILURES) {
            return user.failed(failures, null);
        }
        Duration lock = FIRST_LOCK.multipliedBy(1L << Math.min(10, failures - FREE_FAILURES - 1));
        return user.failed(failures, now.plus(lock.compareTo(LONGEST_LOCK) < 0 ? lock : LONGEST_LOCK));
    }

    /** Begins a session of a user who has proved to be that one, here or elsewhere. */
    public String begin(String user) {
        Instant now = now();
        store.removeSessionsBefore(now.minus(LONGEST), now.minus(IDLE));
        String token = secrets.token();
        store.putSession(new Session(Secrets.sha256(token), user, now, now));
        return token;
    }

    /** Who holds a session's secret; empty when it has ended. */
    public Optional<Caller> bySession(String token) {
        Instant now = now();
        Optional<Session> session = store.session(Secrets.sha256(token))
                .filter(one -> one.createdAt().plus(LONGEST).isAfter(now))
                .filter(one -> one.seenAt().plus(IDLE).isAfter(now));
        Optional<User> user = session.flatMap(one -> store.user(one.user())).filter(one -> !one.disabled());
        user.ifPresent(one -> seen(session.orElseThrow(), now));
        return user.map(Caller::of);
    }

    private void seen(Session session, Instant now) {
        if (session.seenAt().plusSeconds(60).isBefore(now)) {
            store.putSession(new Session(session.token(), session.user(), session.createdAt(), now));
        }
    }

    public void signOut(String token) {
        store.removeSession(Secrets.sha256(token));
    }

    /** A secret for the link that makes a new user of this role. */
    public String invite(Role role, String by, Duration life) {
        if (role == Role.DEVICE) {
            throw new IllegalArgumentException("devices are paired");
        }
        return invite(new Invitation("", role, null, by, now().plus(life)));
    }

    /** A secret for the link that gives a user a new password. */
    public String inviteAgain(String user, String by, Duration life) throws AccountException {
        User known = known(user);
        return invite(new Invitation("", known.role(), known.name(), by, now().plus(life)));
    }

    private String invite(Invitation open) {
        String secret = secrets.token();
        store.putInvitation(
                new Invitation(Secrets.sha256(secret), open.role(), open.user(), open.by(), open.expiresAt()));
        return secret;
    }

    /** Whether a link for the first administrator is out already. */
    public boolean isAdministratorInvited() {
        return store.isInvited(Role.ADMIN, now());
    }

    /** What a link is for, without using it up; empty when it was used, is too old or was never given out. */
    public Optional<Offer> offer(String secret) {
        return store.invitation(Secrets.sha256(secret)).filter(this::isOpen).map(Offer::of);
    }

    /** @param user whose password it sets; null when it makes a new user */
    public record Offer(Role role, @Nullable String user) {
        static Offer of(Invitation open) {
            return new Offer(open.role(), open.user());
        }
    }

    private boolean isOpen(Invitation invitation) {
        return invitation.role() != Role.DEVICE && invitation.expiresAt().isAfter(now());
    }

    /** Uses an invitation; what it is refused for does not use it up, unless it has expired. */
    public User accept(String secret, String name, String displayName, String password) throws AccountException {
        requirePassword(password, name);
        Invitation invitation = store.takeInvitation(Secrets.sha256(secret))
                .filter(this::isOpen)
                .orElseThrow(() -> new AccountException(
                        Reason.INVITATION_NOT_VALID,
                        "This link has been used or is too old. Ask an administrator for another."));
        try {
            return accept(invitation, name, displayName, password);
        } catch (AccountException refused) {
            store.putInvitation(invitation);
            throw refused;
        }
    }

    private User accept(Invitation invitation, String name, String displayName, String password)
            throws AccountException {
        String phc = passwords.hash(password);
        if (invitation.user() != null) {
            store.removeSessionsOf(invitation.user());
            return store.changeUser(invitation.user(), user -> user.withPassword(phc))
                    .orElseThrow(Accounts::noSuchUser);
        }
        requireName(name);
        String shown = displayName.isBlank() ? name : displayName.strip();
        User user = new User(name, shown, invitation.role(), phc, false, 0, null, now(), Reach.ALL);
        if (!store.addUser(user)) {
            throw new AccountException(Reason.NAME_TAKEN, "Somebody has that name already. Choose another.");
        }
        return user;
    }

    /** Changes somebody's role or switches an account off or on; it must leave an administrator. */
    public User change(String name, Role role, boolean disabled) throws AccountException {
        User before = known(name);
        if (administers(before) && (role != Role.ADMIN || disabled)) {
            requireAnotherAdministrator(before);
        }
        if (disabled) {
            store.removeSessionsOf(name);
        }
        Reach reach = role == Role.ADMIN ? Reach.ALL : before.reach();
        return store.changeUser(
                        name, user -> user.withRole(role).disabled(disabled).withReach(reach))
                .orElseThrow(Accounts::noSuchUser);
    }

    /** Limits whom somebody may see, or lifts that; an administrator sees everybody. */
    public User limit(String name, Reach reach) throws AccountException {
        if (known(name).role() == Role.ADMIN && reach.limited()) {
            throw new AccountException(
                    Reason.ADMINISTRATOR_SEES_ALL, "An administrator sees everybody. Change the role first.");
        }
        return store.changeUser(name, user -> user.withReach(reach)).orElseThrow(Accounts::noSuchUser);
    }

    /** Removes an account; what it did stays in the audit. */
    public void remove(String name) throws AccountException {
        User user = known(name);
        if (administers(user)) {
            requireAnotherAdministrator(user);
        }
        store.removeUser(name);
    }

    private void requireAnotherAdministrator(User but) throws AccountException {
        if (store.users().stream()
                .filter(Accounts::administers)
                .allMatch(one -> one.name().equalsIgnoreCase(but.name()))) {
            throw new AccountException(
                    Reason.LAST_ADMINISTRATOR, "This is the only administrator. Make another one first.");
        }
    }

    private static boolean administers(User user) {
        return user.role() == Role.ADMIN && !user.disabled();
    }

    private User known(String name) throws AccountException {
        return store.user(name).orElseThrow(Accounts::noSuchUser);
    }

    private static AccountException noSuchUser() {
        return new AccountException(Reason.NO_SUCH_USER, "There is no user of that name.");
    }

    private static void requireName(String name) throws AccountException {
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}")) {
            throw new AccountException(
                    Reason.NAME_NOT_VALID,
                    "A user name has 1 to 64 letters, digits, dots, hyphens, underscores or @, and begins with a letter or digit.");
        }
    }

    private static void requirePassword(String password, String name) throws AccountException {
        if (password.length() < Passwords.SHORTEST
                || password.length() > Passwords.LONGEST
                || password.equalsIgnoreCase(name)) {
            throw new AccountException(
                    Reason.PASSWORD_TOO_SHORT,
                    "A password has at least " + Passwords.SHORTEST
                            + " characters and is not the user name. Three random words make a good one.");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
