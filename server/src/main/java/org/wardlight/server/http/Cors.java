// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which pages of other web sites may ask for DICOMweb (Fetch standard, CORS protocol); nothing else is ever open to them. An origin that is
 * named may send a person's own credentials along; of "any origin" credentials are never taken.
 *
 * @param origins such as {@code https://viewer.example}, or {@code *} alone for any; empty for none
 */
public record Cors(Set<String> origins) {
    public static final Cors NONE = new Cors(Set.of());
    private static final String ANY = "*";
    private static final Pattern ORIGIN = Pattern.compile("https?://([A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+])(:[0-9]{1,5})?");
    private static final String REACHED = "/dicom-web";
    private static final String REACHED_BY_URI = "/wado";

    /** An IllegalArgumentException says in words which origin is none. */
    public Cors {
        origins = Set.copyOf(origins);
        for (String origin : origins) {
            if (!origin.equals(ANY) && !ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "expected an origin such as https://viewer.example, without a path, or *");
            }
        }
        if (origins.contains(ANY) && origins.size() > 1) {
            throw new IllegalArgumentException("expected * alone, or origins by name");
        }
    }

    /** Whether a page of another origin may ask this. */
    boolean allows(Context context) {
        String origin = context.header("Origin");
        return origin != null && reaches(context.path()) && (origins.contains(ANY) || origins.contains(origin));
    }

    private static boolean reaches(String path) {
        return path.equals(REACHED) || path.startsWith(REACHED + "/") || path.equals(REACHED_BY_URI);
    }

    /**
     * Adds what lets the page read the answer, and answers a preflight.
     *
     * @return whether the request was a preflight, and is answered
     */
    boolean answer(Context context) {
        if (origins.isEmpty() || !reaches(context.path())) {
            return false;
        }
        boolean any = origins.contains(ANY);
        if (!any) {
            // Caches must not give one page the answer to another.
            context.res().addHeader("Vary", "Origin");
        }
        if (!allows(context)) {
            return false;
        }
        context.header("Access-Control-Allow-Origin", any ? ANY : String.valueOf(context.header("Origin")))
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header(
                        "Access-Control-Expose-Headers",
                        "Accept-Ranges, Content-Location, Content-Range, ETag, Retry-After, Warning");
        if (!any) {
            context.header("Access-Control-Allow-Credentials", "true");
        }
        boolean preflight =
                context.method().name().equals("OPTIONS") && context.header("Access-Control-Request-Method") != null;
        if (preflight) {
            context.header("Access-Control-Allow-Methods", "GET, HEAD, POST, DELETE, OPTIONS")
                    .header(
                            "Access-Control-Allow-Headers",
                            "Accept, Authorization, Content-Type, If-None-Match, If-Range, Range, X-CSRF-Token")
                    .header("Access-Control-Max-Age", "7200")
                    .status(204);
        }
        return preflight;
    }
}
