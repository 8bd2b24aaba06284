// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Attributes by the names that queries use (PS3.6 6, PS3.18 8.3.4.1). {@code keywords.txt} has a line a group: element number and
 * keyword run together.
 */
public final class Keywords {
    private static final Map<String, Integer> TAGS = Map.copyOf(load());

    private Keywords() {}

    /** The tag of a keyword such as {@code PatientID}, or of eight hexadecimal digits such as {@code 00100020}; empty for what is neither. */
    public static Optional<Integer> tag(String name) {
        return name.matches("[0-9A-Fa-f]{8}")
                ? Optional.of(Integer.parseUnsignedInt(name, 16))
                : Optional.ofNullable(TAGS.get(name));
    }

    /** The VR of a tag; US for those that may be SS. Empty when it is not known. */
    public static Optional<Vr> vr(int tag) {
        return Dictionary.vr(tag);
    }

    private static Map<String, Integer> load() {
        Map<String, Integer> tags = new HashMap<>();
        try (InputStream in = Keywords.class.getResourceAsStream("keywords.txt")) {
            if (in == null) {
                throw new IllegalStateException("keywords.txt is not in the jar");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    String[] words = line.split(" ", -1);
                    for (int i = 1; i < words.length; i++) {
                        String tag = words[0] + words[i].substring(0, 4);
                        tags.put(words[i].substring(4), Integer.parseUnsignedInt(tag, 16));
                    }
                }
            }
            return tags;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
