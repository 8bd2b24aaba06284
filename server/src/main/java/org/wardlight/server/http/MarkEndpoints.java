// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.util.List;
import org.wardlight.server.http.MarkJson.Changes;
import org.wardlight.server.http.MarkJson.MarkList;
import org.wardlight.server.http.MarkJson.Result;
import org.wardlight.server.http.MarkJson.Results;
import org.wardlight.server.http.MarkJson.Wanted;
import org.wardlight.sync.account.Caller;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.mark.MarkBook;
import org.wardlight.sync.mark.MarkChange;
import org.wardlight.sync.mark.MarkShape;

/** What people measured on a study: all see it, editors change it. A change that is sent twice is kept once. */
final class MarkEndpoints {
    private static final int MOST = 200;

    private final MarkBook marks;
    private final Catalog catalog;

    MarkEndpoints(MarkBook marks, Catalog catalog) {
        this.marks = marks;
        this.catalog = catalog;
    }

    void list(Context context) {
        String study = study(context);
        Answers.revalidated(
                context,
                new MarkList(marks.of(study).stream().map(MarkJson::line).toList()));
    }

    void change(Context context) {
        String study = study(context);
        Answers.requireJson(context);
        List<Wanted> wanted = Answers.read(context, Changes.class).changes();
        if (wanted == null || wanted.size() > MOST) {
            throw new Refused(ProblemKind.BAD_BODY);
        }
        List<MarkChange> changes = wanted.stream().map(MarkEndpoints::read).toList();
        Caller by = Guard.caller(context);
        Auditor.about(context, changes.size() + " marks");
        Answers.json(
                context,
                new Results(
                        changes.stream().map(change -> keep(study, change, by)).toList()));
    }

    private Result keep(String study, MarkChange change, Caller by) {
        MarkShape shape = change.shape();
        if (shape != null && !isOf(study, shape.instance())) {
            return new Result(change.change(), "refused", null);
        }
        MarkBook.Outcome outcome = marks.put(study, change, by);
        if (outcome.mark() == null) {
            return new Result(change.change(), "refused", null);
        }
        return new Result(change.change(), outcome.isKept() ? "kept" : "changed", MarkJson.line(outcome.mark()));
    }

    private boolean isOf(String study, String instance) {
        return catalog.instance(instance)
                .filter(found -> found.study().equals(study))
                .isPresent();
    }

    private String study(Context context) {
        String study = context.pathParam("study");
        if (catalog.study(study).isEmpty()) {
            throw new Refused(ProblemKind.STUDY_NOT_FOUND);
        }
        return study;
    }

    private static MarkChange read(Wanted wanted) {
        try {
            return wanted.read();
        } catch (IllegalArgumentException notOne) {
            throw new Refused(ProblemKind.BAD_BODY);
        }
    }
}
