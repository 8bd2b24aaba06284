// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.account.Caller;
import org.wardlight.sync.account.Reach;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.list.Inside;
import org.wardlight.sync.list.ListContents;
import org.wardlight.sync.list.Lists;
import org.wardlight.sync.list.WardList;

/**
 * Keeps who is limited to lists inside of them: an address that names a study, series or instance elsewhere is answered as if nothing were
 * there, and searches look at those studies alone. A study that is put on a list, or taken off, counts within five seconds. Blobs are asked
 * for by SHA-256, which nobody can know who did not get a manifest.
 */
public final class Within {
    private static final String ATTRIBUTE = "wardlight.within";
    private static final Map<String, String> BY_QUERY =
            Map.of("studyUID", "study", "seriesUID", "series", "objectUID", "instance", "presentationUID", "layer");
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Catalog catalog;
    private final Lists lists;
    private final ListContents contents;
    private final Cache<Reach, Inside> known =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(200).build();

    Within(Catalog catalog, Lists lists) {
        this.catalog = catalog;
        this.lists = lists;
        this.contents = new ListContents(catalog);
    }

    /** What the caller may see; empty for everything. */
    public static Optional<Inside> of(Context context) {
        return Optional.ofNullable(context.attribute(ATTRIBUTE));
    }

    /** The Study Instance UIDs of what the caller may see; empty for everything. */
    public static Optional<Set<String>> studies(Context context) {
        return of(context).map(Inside::studies);
    }

    /** Whether the caller may see a study, for endpoints that do not have it in their address. */
    public static boolean holds(Context context, String study) {
        return of(context).map(inside -> inside.holds(study)).orElse(true);
    }

    /** Refuses what lies outside, and notes for the handler what lies inside. */
    void enter(Context context, Caller caller) {
        if (!caller.reach().limited()) {
            return;
        }
        Inside inside = known.get(caller.reach(), this::inside);
        context.attribute(ATTRIBUTE, inside);
        if (!isInside(inside, context.pathParamMap()) || !isInside(inside, byQuery(context))) {
            throw new Refused(ProblemKind.NOT_ON_YOUR_LISTS);
        }
    }

    private Inside inside(Reach reach) {
        List<WardList> visible = reach.lists().stream()
                .map(lists::named)
                .flatMap(Optional::stream)
                .toList();
        return contents.inside(
                visible,
                visible.stream()
                        .flatMap(list -> lists.departures(list.name()).stream())
                        .toList());
    }

    /** WADO-URI (PS3.18 9.1) names its object by parameters, and another to draw it by. */
    private static Map<String, String> byQuery(Context context) {
        Map<String, String> named = new HashMap<>();
        BY_QUERY.forEach((parameter, part) ->
                Optional.ofNullable(context.queryParam(parameter)).ifPresent(value -> named.put(part, value)));
        return named;
    }

    /** What is nowhere is answered like what is elsewhere, so that nobody learns which it is. */
    private boolean isInside(Inside inside, Map<String, String> path) {
        @Nullable String study = path.get("study");
        @Nullable String series = path.get("series");
        @Nullable String layer = path.get("layer");
        return (study == null || inside.holds(study))
                && isObjectInside(inside, path.get("instance"))
                && (series == null || areInside(inside, catalog.studiesOfSeries(series)))
                && (layer == null || layer.indexOf('.') < 0 || isObjectInside(inside, layer));
    }

    private boolean isObjectInside(Inside inside, @Nullable String instance) {
        return instance == null
                || catalog.instance(instance)
                        .filter(found -> inside.holds(found.study()))
                        .isPresent();
    }

    private static boolean areInside(Inside inside, List<String> studies) {
        return !studies.isEmpty() && inside.studies().containsAll(studies);
    }
}
