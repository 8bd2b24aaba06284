// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Element;
import org.wardlight.rendering.dicom.Keywords;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.sync.dimse.message.Level;

/**
 * A search as its address states it (PS3.18 8.3.4, 10.6.1.2).
 *
 * @param keys what is matched, and empty what is only returned
 * @param all whether everything that is known is returned
 * @param ignored parameters that are not matched, as they were named: the client is told
 * @param everything whether parameters were given to match, and none of those that restrict anything can be
 */
record Query(
        Level level,
        DataSet keys,
        boolean fuzzy,
        boolean all,
        int limit,
        int offset,
        Set<String> ignored,
        boolean everything) {
    private static final Set<String> OWN = Set.of(
            "limit",
            "offset",
            "fuzzymatching",
            "emptyvaluematching",
            "multiplevaluematching",
            "includefield",
            "accept",
            "charset");

    /** @param path the UIDs that stand in the address, by {study} and {series} */
    static Query of(Level level, Map<String, String> path, Map<String, List<String>> parameters) {
        Set<String> ignored = new TreeSet<>();
        DataSet keys = DataSet.EMPTY;
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            if (!parameter.getKey().isEmpty() && !OWN.contains(parameter.getKey())) {
                keys = matched(level, keys, parameter, ignored);
            }
        }
        boolean everything = !ignored.isEmpty() && keys.elements().stream().allMatch(Query::isUniversal);
        keys = named(keys, Tag.STUDY_INSTANCE_UID, path.get("study"));
        keys = named(keys, Tag.SERIES_INSTANCE_UID, path.get("series"));
        List<String> fields = parameters.getOrDefault("includefield", List.of()).stream()
                .flatMap(list -> List.of(list.split(",", -1)).stream())
                .filter(field -> !field.isBlank())
                .toList();
        boolean all = fields.contains("all");
        for (int tag : Levels.returned(level, path.containsKey("study"), path.containsKey("series"))) {
            keys = asked(keys, tag);
        }
        for (int tag : all ? Levels.all(level) : List.<Integer>of()) {
            keys = asked(keys, tag);
        }
        for (String field : fields) {
            keys = field.equals("all") ? keys : included(level, keys, field, ignored);
        }
        boolean fuzzy = parameters.getOrDefault("fuzzymatching", List.of()).contains("true");
        int limit = number(parameters, "limit", Integer.MAX_VALUE);
        return new Query(level, keys, fuzzy, all, limit, number(parameters, "offset", 0), ignored, everything);
    }

    private static DataSet matched(
            Level level, DataSet keys, Map.Entry<String, List<String>> parameter, Set<String> ignored) {
        String value = String.join("\\", parameter.getValue());
        Optional<QueryKey> key = QueryKey.of(parameter.getKey()).map(found -> atLevel(level, found));
        if (key.isEmpty() || !key.get().isMatchedAt(level)) {
            ignored.add(parameter.getKey());
            return keys;
        }
        return value.isBlank() ? key.get().asked(keys) : key.get().matching(keys, value);
    }

    private static boolean isUniversal(Element key) {
        return DataSet.builder().put(key).build().strings(key.tag()).stream()
                        .allMatch(value -> value.isEmpty() || value.equals("*"))
                && key.vr() != Vr.SQ;
    }

    /** A study's modality is one of its series'. */
    private static QueryKey atLevel(Level level, QueryKey key) {
        return level == Level.STUDY && key.path().equals(List.of(Tag.MODALITY))
                ? new QueryKey(List.of(Tag.MODALITIES_IN_STUDY), Vr.CS)
                : key;
    }

    /** What is not the same for the whole study or series is left out, as the standard lets it be. */
    private static DataSet included(Level level, DataSet keys, String field, Set<String> ignored) {
        Optional<QueryKey> key = QueryKey.of(field);
        if (key.isEmpty()) {
            ignored.add(field);
            return keys;
        }
        return Levels.holds(level, key.get().tag()) ? key.get().asked(keys) : keys;
    }

    private static DataSet asked(DataSet keys, int tag) {
        return new QueryKey(List.of(tag), Keywords.vr(tag).orElse(Vr.UN)).asked(keys);
    }

    /** The address decides; a parameter that names other UIDs matches nothing. */
    private static DataSet named(DataSet keys, int tag, @Nullable String uid) {
        if (uid == null) {
            return keys;
        }
        boolean other = keys.string(tag).isPresent() && !keys.strings(tag).contains(uid);
        return keys.toBuilder().string(tag, Vr.UI, other ? "0" : uid).build();
    }

    private static int number(Map<String, List<String>> parameters, String name, int absent) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty()
                ? absent
                : Integer.parseUnsignedInt(values.get(0).strip());
    }
}
