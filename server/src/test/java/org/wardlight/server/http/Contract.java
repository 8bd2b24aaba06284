// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

/** The contract files, and whether an answer has their fields and types. */
final class Contract {
    private Contract() {}

    static void same(String file, JsonNode answer) throws IOException {
        Map<String, String> expected = shape(file(file));
        Map<String, String> actual = shape(answer);
        assertThat(actual.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        actual.forEach((path, type) -> {
            // An example cannot show both of a field that may be null.
            if (!type.equals("null") && !expected.getOrDefault(path, "").equals("null")) {
                assertThat(type).as(path).isEqualTo(expected.getOrDefault(path, ""));
            }
        });
    }

    /** Path of each field, array places left out, with its type. */
    private static Map<String, String> shape(JsonNode node) {
        Map<String, String> shape = new TreeMap<>();
        collect("", node, shape);
        // Whether an optional record or list is there depends on the study: its inside is then not compared.
        shape.keySet()
                .removeIf(
                        path -> path.matches(
                                "/(omitted|documents|left|presentations|keyObjects|layers|series/kinds/(padding|spacing|orientation|lossy|luts|reduction|measures/regions|measures/mappings|measures/uptake)|series/(frames/position|tables|valueTables|grids))/.*"));
        return shape;
    }

    private static void collect(String path, JsonNode node, Map<String, String> shape) {
        String type = node.isNumber() ? "number" : node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
        if (!path.isEmpty()) {
            shape.merge(path, type, (one, other) -> one.equals("null") ? other : one);
        }
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), shape));
        }
        node.forEach(item -> {
            if (node.isArray() && item.isContainerNode()) {
                collect(path, item, shape);
            }
        });
        if (node.isArray()) {
            shape.put(path, "array");
        }
    }

    static JsonNode file(String name) throws IOException {
        try (InputStream in = Contract.class.getResourceAsStream("/contract/" + name)) {
            return new ObjectMapper().readTree(in);
        }
    }
}
