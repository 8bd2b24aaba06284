// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.sync.account.AuditEntry.Action;
import org.wardlight.sync.account.AuditEntry.Outcome;
import org.wardlight.sync.account.AuditLog;
import org.wardlight.sync.account.Caller;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.sqlite.StoreFailure;

/**
 * Writes who did what. Looking at a study, or the same search again, is one
 * entry an hour for each person, however many tiles that takes. When the audit cannot be
 * written, what was read stays readable, since a full disk must not take a picture from a bedside; the log says that an entry is missing.
 */
final class Auditor {
    private static final Logger LOG = LoggerFactory.getLogger(Auditor.class);
    private static final int LONGEST_DETAIL = 500;
    private static final String ABOUT = "wardlight.audited";

    private final AuditLog audit;
    private final Catalog catalog;
    private final Cache<String, Boolean> seen = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(20_000)
            .build();

    Auditor(AuditLog audit, Catalog catalog) {
        this.audit = audit;
        this.catalog = catalog;
    }

    /** What the address does not say: whom or what the request was about. */
    static void about(Context context, String what) {
        context.attribute(ABOUT, what);
    }

    void done(Context context, Route route, Optional<Caller> caller) {
        route.action().ifPresent(action -> {
            if (isNews(context, action, caller)) {
                write(context, action, context.statusCode() < 400 ? Outcome.DONE : Outcome.FAILED, caller);
            }
        });
    }

    /** Who was refused is written for every route; what failed, where a success would have been. */
    void refused(Context context, Route route, Optional<Caller> caller, ProblemKind kind) {
        boolean refusal = kind.status() == 401
                || kind.status() == 403
                || kind.status() == 429
                || kind == ProblemKind.NOT_ON_YOUR_LISTS;
        if (refusal) {
            write(context, route.action().orElse(Action.VIEW), Outcome.REFUSED, caller);
        } else if (route.action().isPresent() && kind.status() != 404) {
            write(context, route.action().get(), Outcome.FAILED, caller);
        }
    }

    /** An entry by hand: for what a route's row cannot say. */
    void write(Context context, Action action, Outcome outcome, Optional<Caller> caller) {
        try {
            audit.add(new AuditLog.Event(
                    caller.map(Caller::id).orElse("nobody"),
                    context.ip(),
                    action,
                    outcome,
                    study(context),
                    detail(context)));
        } catch (StoreFailure full) {
            LOG.error("an audit entry could not be written: {}", full.getClass().getName());
        }
    }

    /** First the cheap question, so that a tile of a study in view costs one look at a table in memory. */
    private boolean isNews(Context context, Action action, Optional<Caller> caller) {
        String who = caller.map(Caller::id).orElse("nobody") + " " + context.ip() + " ";
        if (action == Action.SEARCH) {
            return seen.asMap().putIfAbsent(who + "q" + context.queryString(), true) == null;
        }
        if (action != Action.VIEW) {
            return true;
        }
        @Nullable String instance = context.pathParamMap().get("instance");
        if (instance != null && seen.asMap().putIfAbsent(who + "i" + instance, true) != null) {
            return false;
        }
        @Nullable String study = study(context);
        return study == null || seen.asMap().putIfAbsent(who + "s" + study, true) == null;
    }

    private @Nullable String study(Context context) {
        // WADO-URI names what it wants in its query.
        boolean byQuery = context.path().equals("/wado");
        @Nullable
        String study = byQuery
                ? context.queryParam("studyUID")
                : context.pathParamMap().get("study");
        if (study != null) {
            return study.matches("[0-9.]{1,64}") ? study : null;
        }
        @Nullable String instance = context.pathParamMap().get("instance");
        if (instance != null) {
            return catalog.instance(instance).map(LocatedInstance::study).orElse(null);
        }
        @Nullable String series = context.pathParamMap().get("series");
        return series == null
                ? null
                : catalog.studiesOfSeries(series).stream().findFirst().orElse(null);
    }

    private static String detail(Context context) {
        String query = context.queryString();
        @Nullable String about = context.attribute(ABOUT);
        String line = context.method() + " " + context.path()
                + (query == null || query.startsWith("v=") ? "" : "?" + query)
                + (about == null ? "" : " for " + about);
        return line.length() > LONGEST_DETAIL ? line.substring(0, LONGEST_DETAIL) : line;
    }
}
