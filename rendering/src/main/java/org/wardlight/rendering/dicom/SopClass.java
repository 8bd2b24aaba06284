// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an object is, in a reader's words (PS3.4 B.5, PS3.6 Table A-1): every storage class of the standard. To name another, add a
 * line to {@code sop-classes.txt}.
 */
public final class SopClass {
    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1";
    private static final Map<String, Known> KNOWN = load();

    /** What is done with objects of a class. */
    public enum Kind {
        IMAGE,
        VIDEO,
        /** Lies over images: segmentations, dose, structures, maps. */
        LAYER,
        PRESENTATION,
        KEY_OBJECT,
        REPORT,
        DOCUMENT,
        WAVEFORM,
        /** Sound, which is neither drawn nor played. */
        AUDIO,
        PLAN,
        /** Numbers for programs: raw data, spectroscopy, registrations and the like. */
        DATA
    }

    private SopClass() {}

    /** The class in plain words; for one that has no words here, its UID. */
    public static String name(String uid) {
        Known known = KNOWN.get(uid);
        if (known != null) {
            return known.name;
        }
        return uid.isEmpty() ? "object of no stated class" : "object of class " + uid;
    }

    /** What the class is for; empty when it is no storage class that is known here. */
    public static Optional<Kind> kind(String uid) {
        return Optional.ofNullable(KNOWN.get(uid)).map(Known::kind);
    }

    private static Map<String, Known> load() {
        try (InputStream in = SopClass.class.getResourceAsStream("sop-classes.txt")) {
            if (in == null) {
                throw new IllegalStateException("sop-classes.txt is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ", 3))
                    .collect(Collectors.toUnmodifiableMap(
                            parts -> parts[0].startsWith(".") ? STORAGE + parts[0] : parts[0],
                            parts -> new Known(Kind.valueOf(parts[1]), parts[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Known(Kind kind, String name) {}
}
