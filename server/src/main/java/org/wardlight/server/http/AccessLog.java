// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line a request: method, route (its template, never the path), status, milliseconds, and the hashes of the UIDs in the
 * path. No name, id, query or free text: what was searched for is patient data.
 */
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger("org.wardlight.server.access");
    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,10}");
    private static final List<String> UIDS = List.of("study", "series", "instance");

    private AccessLog() {}

    static void write(Context context, float milliseconds) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        var line = new StringBuilder(160)
                .append("method=")
                .append(methodWord(context))
                .append(" route=")
                .append(route(context))
                .append(" status=")
                .append(context.statusCode())
                .append(" ms=")
                .append(Math.round(milliseconds));
        context.pathParamMap().forEach((name, value) -> {
            if (UIDS.contains(name)) {
                line.append(' ').append(name).append('=').append(hash(value));
            }
        });
        LOG.info("{}", line);
    }

    /** The first 48 bits of the SHA-256 of a UID: enough to follow one study through a log. */
    static String hash(String uid) {
        return HexFormat.of().formatHex(Etags.sha256(uid.getBytes(StandardCharsets.UTF_8)), 0, 6);
    }

    private static String methodWord(Context context) {
        String method = context.method().name();
        return METHOD.matcher(method).matches() ? method : "?";
    }

    private static String route(Context context) {
        var endpoint = context.endpoints().lastHttpEndpoint();
        return endpoint == null ? "-" : endpoint.path;
    }
}
