// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.account.AccountException;
import org.wardlight.sync.account.Accounts;
import org.wardlight.sync.account.Reach;
import org.wardlight.sync.account.Role;
import org.wardlight.sync.account.User;

/** The people who have an account: listed, invited, changed, removed. */
final class UserEndpoints {
    /** Long enough for a night shift to be told of it in the morning. */
    private static final Duration LINK_LIFE = Duration.ofHours(48);

    private final Accounts accounts;

    UserEndpoints(Accounts accounts) {
        this.accounts = accounts;
    }

    void list(Context context) {
        Answers.json(
                context,
                new UserList(accounts.users().stream().map(UserList::line).toList()));
    }

    void invite(Context context) {
        Role role = role(read(context, Invite.class).role());
        if (accounts.isOpen() && role != Role.ADMIN) {
            // The first account ends the time when nobody needs one: somebody must be able to make the second.
            throw new Refused(ProblemKind.NO_ADMINISTRATOR_YET);
        }
        link(context, accounts.invite(role, Guard.caller(context).id(), LINK_LIFE));
    }

    void inviteAgain(Context context) throws AccountException {
        link(
                context,
                accounts.inviteAgain(
                        context.pathParam("name"), Guard.caller(context).id(), LINK_LIFE));
    }

    void change(Context context) throws AccountException {
        Change change = read(context, Change.class);
        User before = accounts.users().stream()
                .filter(user -> user.name().equalsIgnoreCase(context.pathParam("name")))
                .findFirst()
                .orElseThrow(() -> new Refused(ProblemKind.NO_SUCH_USER));
        Role role = change.role() == null ? before.role() : role(change.role());
        boolean disabled = change.disabled() == null ? before.disabled() : change.disabled();
        User changed = accounts.change(before.name(), role, disabled);
        if (change.limited() != null || change.lists() != null) {
            changed = accounts.limit(before.name(), reach(before.reach(), change));
        }
        Answers.json(context, UserList.line(changed));
    }

    private static Reach reach(Reach before, Change change) {
        boolean limited = change.limited() == null ? before.limited() || change.lists() != null : change.limited();
        Set<String> lists = change.lists() == null ? before.lists() : Set.copyOf(change.lists());
        return limited ? Reach.of(lists) : Reach.ALL;
    }

    void remove(Context context) throws AccountException {
        accounts.remove(context.pathParam("name"));
        context.status(204);
    }

    /** The secret is in the fragment, which no browser sends and no log sees. */
    private static void link(Context context, String secret) {
        context.header("Cache-Control", "no-store");
        Answers.json(context, 201, Answers.JSON, new Link("/welcome#" + secret, LINK_LIFE.toHours()));
    }

    private static Role role(@Nullable String word) {
        Role role = Parameters.of(word == null ? "" : word, Role::parse);
        if (role == Role.DEVICE) {
            throw new Refused(ProblemKind.BAD_PARAMETER);
        }
        return role;
    }

    private static <T> T read(Context context, Class<T> type) {
        Answers.requireJson(context);
        return Answers.read(context, type);
    }

    record Invite(String role) {}

    /**
     * What is absent stays as it is.
     *
     * @param limited whether the account sees only who is on {@code lists}
     */
    record Change(
            @Nullable String role,
            @Nullable Boolean disabled,
            @Nullable Boolean limited,
            @Nullable List<String> lists) {}

    /** @param link path of the page that uses the invitation */
    record Link(String link, long hours) {}

    record UserList(List<Line> users) {
        record Line(
                String name,
                String displayName,
                String role,
                boolean disabled,
                @Nullable String lockedUntil,
                String createdAt,
                boolean limited,
                List<String> lists) {}

        static Line line(User user) {
            return new Line(
                    user.name(),
                    user.displayName(),
                    user.role().word(),
                    user.disabled(),
                    user.lockedUntil() == null ? null : user.lockedUntil().toString(),
                    user.createdAt().toString(),
                    user.reach().limited(),
                    user.reach().lists().stream()
                            .sorted(String.CASE_INSENSITIVE_ORDER)
                            .toList());
        }
    }
}
