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
 * VRs of the attributes of the standard (PS3.6 6 and 7), for data sets that leave them out. {@code dictionary.txt} has a line a
 * group: element number and VR run together; {@code XS} stands for US or SS, by Pixel Representation.
 */
final class Dictionary {
    private static final String EITHER = "XS";
    private static final Map<Integer, String> CODES = Map.copyOf(load());

    private Dictionary() {}

    /** The VR of a tag; US for those that may be SS. Empty when it is not known: private or left out here. */
    static Optional<Vr> vr(int tag) {
        int group = tag >>> 16;
        int element = tag & 0xFFFF;
        if (element == 0) {
            return Optional.of(Vr.UL);
        }
        if ((group & 1) == 1) {
            return element >= 0x10 && element <= 0xFF ? Optional.of(Vr.LO) : Optional.empty();
        }
        return code(tag).map(code -> code.equals(EITHER) ? Vr.US : Vr.valueOf(code));
    }

    static boolean isUnsignedOrSigned(int tag) {
        return code(tag).filter(EITHER::equals).isPresent();
    }

    static Vr require(int tag) {
        return vr(tag).orElseThrow(
                        () -> new IllegalArgumentException("no VR is known for " + Tag.format(tag) + ": give one"));
    }

    private static Optional<String> code(int tag) {
        return Optional.ofNullable(CODES.get(repeating(tag >>> 16) ? tag & 0xFF00FFFF : tag));
    }

    /** Curve groups 50xx and overlay groups 60xx repeat (PS3.5 7.6). */
    private static boolean repeating(int group) {
        int series = group & 0xFF00;
        return series == 0x5000 || series == 0x6000;
    }

    private static Map<Integer, String> load() {
        Map<Integer, String> codes = new HashMap<>();
        try (InputStream in = Dictionary.class.getResourceAsStream("dictionary.txt")) {
            if (in == null) {
                throw new IllegalStateException("dictionary.txt is not in the jar");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    loadGroup(line.split(" +"), codes);
                }
            }
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void loadGroup(String[] words, Map<Integer, String> codes) {
        int group = Integer.parseInt(words[0], 16) << 16;
        for (int i = 1; i < words.length; i++) {
            codes.put(group | Integer.parseInt(words[i].substring(0, 4), 16), words[i].substring(4));
        }
    }
}
