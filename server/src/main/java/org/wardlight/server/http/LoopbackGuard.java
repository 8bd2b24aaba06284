// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other web sites out of a server that listens on loopback. A site whose name was re-bound to 127.0.0.1 still sends
 * its own name in Host; a page of another site that posts here sends its own Origin. The port is free, so that a tunnel
 * or a proxy on this machine works; the name alone tells a re-bound site.
 */
final class LoopbackGuard {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-f:]+]|[a-z0-9.-]+)(:[0-9]{1,5})?");
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private LoopbackGuard() {}

    /** @param invited whether its origin may ask this all the same */
    static void check(Context context, boolean invited) {
        if (!isLoopback(context.header("Host"))) {
            throw new Refused(ProblemKind.HOST_NOT_ALLOWED);
        }
        String origin = context.header("Origin");
        boolean changes = !SAFE_METHODS.contains(context.method().name());
        if (changes && !invited && origin != null && !isOwnOrigin(origin)) {
            throw new Refused(ProblemKind.ORIGIN_NOT_ALLOWED);
        }
    }

    private static boolean isOwnOrigin(String origin) {
        try {
            return isLoopback(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static boolean isLoopback(@Nullable String authority) {
        if (authority == null) {
            return false;
        }
        var match = AUTHORITY.matcher(authority.toLowerCase(Locale.ROOT));
        return match.matches() && NAMES.contains(match.group(1));
    }
}
