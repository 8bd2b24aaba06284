// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Base64;
import java.util.Optional;

/**
 * The cookie that holds a session's secret: out of reach of scripts, never sent by another site. Where there is TLS its name binds it to
 * this very host. The CSRF token follows from the secret, so there is nothing to store.
 */
final class SessionCookie {
    static final String CSRF_HEADER = "X-CSRF-Token";
    private static final int A_WEEK = 7 * 24 * 3600;

    private SessionCookie() {}

    static Optional<String> read(Context context) {
        return Optional.ofNullable(context.cookie(name(context))).filter(value -> !value.isEmpty());
    }

    static void write(Context context, String token) {
        context.cookie(cookie(context, token, A_WEEK));
    }

    static void remove(Context context) {
        context.cookie(cookie(context, "", 0));
    }

    /** What a page of this session sends with every change. */
    static String csrf(String token) {
        byte[] hash = Etags.sha256(("csrf " + token).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static Cookie cookie(Context context, String value, int seconds) {
        Cookie cookie = new Cookie(name(context), value);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setSecure(context.req().isSecure());
        cookie.setSameSite(SameSite.STRICT);
        return cookie;
    }

    private static String name(Context context) {
        return context.req().isSecure() ? "__Host-wardlight" : "wardlight";
    }
}
