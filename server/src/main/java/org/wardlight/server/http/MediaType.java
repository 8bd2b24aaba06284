// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A media type or range with its parameters (RFC 9110 8.3.1, 12.5.1). Type and parameter names are in lower case; values as
 * sent, without their quotes.
 */
public record MediaType(String name, Map<String, String> parameters) {
    public MediaType {
        parameters = Map.copyOf(parameters);
    }

    public Optional<String> parameter(String key) {
        return Optional.ofNullable(parameters.get(key));
    }

    /** Whether this range, as of an Accept header, takes the given type. */
    public boolean takes(String type) {
        return name.equals("*/*") || name.equals(type) || name.equals(type.substring(0, type.indexOf('/')) + "/*");
    }

    public static MediaType parse(String text) {
        List<String> parts = split(text, ';');
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                String key = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                parameters.putIfAbsent(key, unquoted(part.substring(equals + 1).strip()));
            }
        }
        return new MediaType(parts.get(0).strip().toLowerCase(Locale.ROOT), parameters);
    }

    /** The ranges of an Accept header with a weight above 0, the heaviest first and else in their order. */
    public static List<MediaType> parseAccept(String header) {
        List<MediaType> ranges = new ArrayList<>();
        split(header, ',').forEach(part -> ranges.add(parse(part)));
        ranges.removeIf(range -> range.weight() <= 0);
        ranges.sort((a, b) -> Double.compare(b.weight(), a.weight()));
        return ranges;
    }

    private double weight() {
        try {
            return Double.parseDouble(parameters.getOrDefault("q", "1"));
        } catch (NumberFormatException notAWeight) {
            return 0;
        }
    }

    private static String unquoted(String value) {
        boolean isQuoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return isQuoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean inQuotes = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inQuotes && c == '\\') {
                i++;
            } else if (c == '"') {
                inQuotes = !inQuotes;
            } else if (c == separator && !inQuotes) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
