// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.account.AccountException;
import org.wardlight.sync.account.Accounts;
import org.wardlight.sync.account.Caller;
import org.wardlight.sync.account.SignIn;

/** Signing in and out, and using a one-time link. */
final class SessionEndpoints {
    private final Accounts accounts;

    SessionEndpoints(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Who the page belongs to: never refused, so that a page can ask before it shows a form. */
    void who(Context context) {
        context.header("Cache-Control", "no-store");
        Answers.json(
                context,
                Who.of(Guard.known(context), SessionCookie.read(context).map(SessionCookie::csrf), accounts.isOpen()));
    }

    void signIn(Context context) {
        Answers.requireJson(context);
        Credentials given = Answers.read(context, Credentials.class);
        if (given.name() == null || given.password() == null) {
            throw new Refused(ProblemKind.BAD_BODY);
        }
        tried(context, given.name().strip());
        SignIn answer = accounts.signIn(given.name().strip(), given.password());
        if (answer instanceof SignIn.Granted granted) {
            SessionCookie.read(context).ifPresent(accounts::signOut);
            begun(context, granted.token(), granted.caller());
        } else {
            throw new Refused(
                    answer instanceof SignIn.Locked ? ProblemKind.ACCOUNT_LOCKED : ProblemKind.WRONG_PASSWORD);
        }
    }

    /** What was typed goes into the audit only when it is a name: somebody may have typed a password there. */
    private void tried(Context context, String name) {
        accounts.users().stream()
                .filter(user -> user.name().equalsIgnoreCase(name))
                .findFirst()
                .ifPresent(user -> Auditor.about(context, user.name()));
    }

    void signOut(Context context) {
        SessionCookie.read(context).ifPresent(accounts::signOut);
        SessionCookie.remove(context);
        // What the browser keeps for this person in its own caches goes too; pinned studies have their own lock.
        context.header("Clear-Site-Data", "\"cache\"").status(204);
    }

    /** Makes the account, or sets the password, that a one-time link stands for, and signs in. */
    void accept(Context context) throws AccountException {
        Answers.requireJson(context);
        Acceptance given = Answers.read(context, Acceptance.class);
        if (given.secret() == null || given.password() == null) {
            throw new Refused(ProblemKind.BAD_BODY);
        }
        var user = accounts.accept(given.secret(), text(given.name()), text(given.displayName()), given.password());
        SessionCookie.read(context).ifPresent(accounts::signOut);
        String token = accounts.begin(user.name());
        begun(context, token, accounts.bySession(token).orElseThrow());
    }

    /** What a one-time link is for, without using it up. A POST, so that no log of addresses sees the secret. */
    void look(Context context) {
        Answers.requireJson(context);
        Secret given = Answers.read(context, Secret.class);
        if (given.secret() == null) {
            throw new Refused(ProblemKind.BAD_BODY);
        }
        Accounts.Offer offer =
                accounts.offer(given.secret()).orElseThrow(() -> new Refused(ProblemKind.INVITATION_NOT_VALID));
        context.header("Cache-Control", "no-store");
        Answers.json(context, new Offered(offer.role().word(), offer.user()));
    }

    private void begun(Context context, String token, Caller caller) {
        Guard.became(context, caller);
        SessionCookie.write(context, token);
        context.header("Cache-Control", "no-store");
        Answers.json(context, Who.of(Optional.of(caller), Optional.of(SessionCookie.csrf(token)), false));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    record Credentials(String name, String password) {}

    record Acceptance(
            String secret, @Nullable String name, @Nullable String displayName, String password) {}

    record Secret(@Nullable String secret) {}

    /** @param user whose new password the link sets; null when it makes a new user */
    record Offered(String role, @Nullable String user) {}

    /**
     * As {@code contract/session.json} has it.
     *
     * @param id as the audit has it: {@code user:} and the name that is typed; null when nobody has signed in
     * @param name as others see it; null when nobody has signed in
     * @param csrf what changes must carry as X-CSRF-Token; null when there is no session
     * @param accounts whether anybody has an account: if not, nobody needs to sign in
     */
    record Who(
            @Nullable String id,
            @Nullable String name,
            @Nullable String role,
            @Nullable String csrf,
            boolean accounts) {
        static Who of(Optional<Caller> caller, Optional<String> csrf, boolean open) {
            return new Who(
                    caller.map(Caller::id).orElse(null),
                    caller.map(Caller::name).orElse(null),
                    caller.map(one -> one.role().word()).orElse(null),
                    caller.isPresent() ? csrf.orElse(null) : null,
                    !open);
        }
    }
}
