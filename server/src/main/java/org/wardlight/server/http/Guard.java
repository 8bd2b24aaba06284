// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.account.Caller;

/**
 * Lets through who may use a route. As long as nobody has an account the server answers loopback alone, and whoever is there may do
 * everything.
 */
final class Guard {
    private static final String CALLER = "wardlight.caller";
    private static final String BEARER = "Bearer ";
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private final Security security;
    private final Auditor auditor;
    private final Within within;

    Guard(Security security, Auditor auditor, Within within) {
        this.security = security;
        this.auditor = auditor;
        this.within = within;
    }

    /** The route's handler behind its access and its entry in the audit. */
    Handler guarded(Route route) {
        return context -> {
            Optional<Caller> caller = identify(context);
            caller.ifPresent(one -> context.attribute(CALLER, one));
            try {
                admit(context, route.access(), caller);
                caller.ifPresent(one -> within.enter(context, one));
                route.handler().handle(context);
            } catch (Exception refused) {
                auditor.refused(context, route, caller, Problems.of(refused));
                throw refused;
            }
            auditor.done(context, route, known(context));
        };
    }

    /** Who asks; only behind a route that needs somebody. */
    static Caller caller(Context context) {
        @Nullable Caller caller = context.attribute(CALLER);
        if (caller == null) {
            throw new Refused(ProblemKind.SIGN_IN_NEEDED);
        }
        return caller;
    }

    /** Who has just signed in, or been paired: from here on it is that one who asks. */
    static void became(Context context, Caller caller) {
        context.attribute(CALLER, caller);
    }

    /** Who asks, when that is known. */
    static Optional<Caller> known(Context context) {
        return Optional.ofNullable(context.attribute(CALLER));
    }

    private Optional<Caller> identify(Context context) {
        String authorization = context.header("Authorization");
        if (authorization != null && authorization.startsWith(BEARER)) {
            return security.devices().byToken(authorization.substring(BEARER.length()));
        }
        Optional<String> cookie = SessionCookie.read(context);
        Optional<Caller> signedIn = cookie.flatMap(security.accounts()::bySession);
        if (signedIn.isPresent()) {
            requireOwnPage(context, cookie.orElseThrow());
            return signedIn;
        }
        return security.accounts().isOpen() ? Optional.of(Caller.LOCAL) : Optional.empty();
    }

    private static void requireOwnPage(Context context, String token) {
        if (SAFE_METHODS.contains(context.method().name())) {
            return;
        }
        String sent = context.header(SessionCookie.CSRF_HEADER);
        byte[] expected = SessionCookie.csrf(token).getBytes(StandardCharsets.UTF_8);
        if (sent == null || !MessageDigest.isEqual(expected, sent.getBytes(StandardCharsets.UTF_8))) {
            throw new Refused(ProblemKind.CSRF_TOKEN_MISSING);
        }
    }

    private static void admit(Context context, Access access, Optional<Caller> caller) {
        if (access == Access.OPEN) {
            return;
        }
        Caller known = caller.orElseThrow(() -> new Refused(ProblemKind.SIGN_IN_NEEDED));
        if (!access.allows(known.role())) {
            throw new Refused(ProblemKind.NOT_ALLOWED);
        }
    }
}
