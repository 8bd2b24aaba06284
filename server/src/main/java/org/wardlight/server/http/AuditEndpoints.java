// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.account.AuditEntry;
import org.wardlight.sync.account.AuditLog;

/** The audit, newest entries first. */
final class AuditEndpoints {
    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    private final AuditLog audit;

    AuditEndpoints(AuditLog audit) {
        this.audit = audit;
    }

    void page(Context context) {
        long before = Parameters.of(
                Parameters.text(context, "before", String.valueOf(Long.MAX_VALUE)), Long::parseUnsignedLong);
        int limit = Parameters.count(context, "limit", PAGE, LARGEST_PAGE);
        List<AuditEntry> entries = audit.page(before, limit, context.queryParam("study"));
        @Nullable
        Long next = entries.size() < limit ? null : entries.get(limit - 1).id();
        context.header("Cache-Control", "no-store");
        Answers.json(
                context, new AuditList(entries.stream().map(AuditList::line).toList(), next));
    }

    /** @param next what to give as {@code before} for older entries; null when there are none */
    record AuditList(List<Line> entries, @Nullable Long next) {
        record Line(
                long id,
                String at,
                String actor,
                String origin,
                String action,
                String outcome,
                @Nullable String study,
                @Nullable String detail,
                String hash) {}

        static Line line(AuditEntry entry) {
            return new Line(
                    entry.id(),
                    entry.at().toString(),
                    entry.actor(),
                    entry.origin(),
                    word(entry.action()),
                    word(entry.outcome()),
                    entry.study(),
                    entry.detail(),
                    entry.hash());
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
