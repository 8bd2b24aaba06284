// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A person's name as an object of its groups (PS3.18 F.2.2); null when it says nothing. */
final class NameGroups {
    static final List<String> NAMES = List.of("Alphabetic", "Ideographic", "Phonetic");

    private NameGroups() {}

    static void write(JsonGenerator json, String name) throws IOException {
        if (name.replace("=", "").isEmpty()) {
            json.writeNull();
            return;
        }
        String[] groups = name.split("=", NAMES.size());
        json.writeStartObject();
        for (int i = 0; i < groups.length; i++) {
            if (!groups[i].isEmpty()) {
                json.writeStringField(NAMES.get(i), JsonValue.wellFormed(groups[i]));
            }
        }
        json.writeEndObject();
    }

    /** The groups parted by equals signs, trailing ones left out. */
    static String join(Map<String, String> groups) {
        String all = NAMES.stream()
                .map(name -> groups.getOrDefault(name, ""))
                .reduce((left, right) -> left + "=" + right)
                .orElse("");
        int end = all.length();
        while (end > 0 && all.charAt(end - 1) == '=') {
            end--;
        }
        return all.substring(0, end);
    }
}
