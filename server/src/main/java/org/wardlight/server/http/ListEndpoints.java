// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.account.AuditEntry.Action;
import org.wardlight.sync.account.Reach;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.list.ListContents;
import org.wardlight.sync.list.ListCsv;
import org.wardlight.sync.list.ListReader;
import org.wardlight.sync.list.ListRule;
import org.wardlight.sync.list.ListText;
import org.wardlight.sync.list.Lists;
import org.wardlight.sync.list.WardList;

/** Lists of patients and studies: who may see them reads them, an administrator writes them. */
final class ListEndpoints {
    private static final String LIST = "/api/v1/lists/{list}";

    private final Lists lists;
    private final ListContents contents;
    private final ListReader reader;
    private final Clock clock = Clock.systemUTC();

    ListEndpoints(Lists lists, Catalog catalog) {
        this.lists = lists;
        this.contents = new ListContents(catalog);
        this.reader = new ListReader(catalog);
    }

    static List<Route> routes(Security security, Catalog catalog) {
        var lists = new ListEndpoints(security.lists(), catalog);
        return List.of(
                Route.get("/api/v1/lists", Access.VIEWER, lists::all),
                Route.get(LIST, Access.VIEWER, lists::one).audited(Action.SEARCH),
                Route.get(LIST + "/csv", Access.VIEWER, lists::csv).audited(Action.EXPORT),
                Route.put(LIST, Access.ADMIN, lists::put).audited(Action.ADMINISTER),
                Route.delete(LIST, Access.ADMIN, lists::remove).audited(Action.ADMINISTER));
    }

    void all(Context context) {
        Reach reach = Guard.caller(context).reach();
        Answers.json(
                context,
                new ListJson.All(lists.all().stream()
                        .filter(list -> maySee(reach, list.name()))
                        .map(list -> ListJson.Head.of(list, contents.of(list)))
                        .toList()));
    }

    void one(Context context) {
        WardList list = visible(lists, context, context.pathParam("list"));
        Answers.json(context, one(list, List.of()));
    }

    /** For a spreadsheet, which is told by the mark in front that the text is UTF-8. */
    void csv(Context context) {
        WardList list = visible(lists, context, context.pathParam("list"));
        String text = "\uFEFF" + ListCsv.write(contents.of(list));
        context.header("Content-Disposition", "attachment; filename=\"list.csv\"");
        context.header("Cache-Control", "no-store");
        Answers.bytes(context, 200, "text/csv; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes a list, or puts another content in its place; answers what each line stands for, and what is odd. */
    void put(Context context) {
        Answers.requireJson(context);
        Pasted pasted = Answers.read(context, Pasted.class);
        @Nullable String text = pasted.text();
        if (text == null) {
            throw new Refused(ProblemKind.BAD_BODY);
        }
        ListText.Read read = reader.read(text);
        WardList list = kept(context.pathParam("list"), read, pasted.rule());
        lists.put(list);
        Answers.json(context, one(list, read.doubts()));
    }

    private ListJson.One one(WardList list, List<ListText.Doubt> doubts) {
        return ListJson.One.of(list, contents.of(list), lists.departures(list.name()), doubts);
    }

    private WardList kept(String name, ListText.Read read, @Nullable Rule asked) {
        ListRule rule;
        try {
            rule = asked == null ? null : asked.rule();
        } catch (IllegalArgumentException notARule) {
            throw new Refused(ProblemKind.RULE_NOT_VALID);
        }
        try {
            return new WardList(name, clock.instant().truncatedTo(ChronoUnit.SECONDS), read.entries(), rule);
        } catch (IllegalArgumentException notAList) {
            throw new Refused(ProblemKind.LIST_NOT_VALID);
        }
    }

    void remove(Context context) {
        if (!lists.remove(context.pathParam("list"))) {
            throw new Refused(ProblemKind.LIST_NOT_FOUND);
        }
        context.status(204);
    }

    /** A list that the caller may see. */
    static WardList visible(Lists lists, Context context, String name) {
        return lists.named(name)
                .filter(list -> maySee(Guard.caller(context).reach(), list.name()))
                .orElseThrow(() -> new Refused(ProblemKind.LIST_NOT_FOUND));
    }

    private static boolean maySee(Reach reach, String list) {
        return !reach.limited() || reach.lists().stream().anyMatch(list::equalsIgnoreCase);
    }

    /**
     * What a list is to be.
     *
     * @param text identifiers as they were pasted, one a line
     * @param rule what fills it besides; null: nothing does
     */
    record Pasted(@Nullable String text, @Nullable Rule rule) {}

    /** As {@link ListRule}; what is left out is any. */
    record Rule(
            @Nullable String location,
            @Nullable List<String> modalities,
            int days,
            @Nullable String referrer) {
        ListRule rule() {
            return new ListRule(
                    location == null ? "" : location,
                    modalities == null ? List.of() : modalities,
                    days,
                    referrer == null ? "" : referrer);
        }
    }
}
