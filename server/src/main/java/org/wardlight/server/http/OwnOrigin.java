// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps pages of other web sites from changing anything on a server that a network reaches. */
final class OwnOrigin {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private OwnOrigin() {}

    static void check(Context context) {
        String origin = context.header("Origin");
        if (origin != null && !SAFE_METHODS.contains(context.method().name()) && !isOf(origin, context.host())) {
            throw new Refused(ProblemKind.ORIGIN_NOT_ALLOWED);
        }
    }

    private static boolean isOf(String origin, @Nullable String host) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
