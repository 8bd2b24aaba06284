// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.sync.catalog.Catalog;

/** For whoever watches the server: does it live, and does its store answer. */
final class HealthEndpoints {
    private static final Logger LOG = LoggerFactory.getLogger(HealthEndpoints.class);

    private final Catalog catalog;
    private final String version;

    HealthEndpoints(Catalog catalog, String version) {
        this.catalog = catalog;
        this.version = version;
    }

    void alive(Context context) {
        uncached(context);
        Answers.json(context, new Health("ok", version));
    }

    void ready(Context context) {
        uncached(context);
        try {
            catalog.changes(0, 1);
        } catch (RuntimeException broken) {
            LOG.error("not ready: the catalog fails with {}", broken.getClass().getName());
            throw new Refused(ProblemKind.NOT_READY);
        }
        Answers.json(context, new Health("ok", version));
    }

    private static void uncached(Context context) {
        context.header("Cache-Control", "no-store");
    }

    record Health(String status, String version) {}
}
