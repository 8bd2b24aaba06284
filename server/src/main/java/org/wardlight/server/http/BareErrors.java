// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.wardlight.sync.Json;

/** What Jetty itself refuses, before any route is looked for: a problem document in place of its page. */
final class BareErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        Problem problem = status >= 500 ? ProblemKind.INTERNAL.document() : refused(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(Json.bytes(problem)), callback);
        return true;
    }

    private static Problem refused(int status) {
        return new Problem(
                "about:blank",
                "The request is not valid",
                status,
                "bad-request",
                "The request could not be understood.");
    }
}
