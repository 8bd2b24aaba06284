// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "will you show this file?": one line of {@code check}. What is not known is empty on the line and null in JSON.
 *
 * @param path as given, with what was found below it
 * @param sha256First of the stored values of frame 1; {@code sha256Last} of the last frame's
 * @param minimum over those two frames, as stored; {@code maximum} likewise
 * @param message empty when there is nothing to say
 */
record CheckRow(
        String path,
        Status status,
        @Nullable String sopClass,
        @Nullable String transferSyntax,
        @Nullable Integer frames,
        @Nullable Integer rows,
        @Nullable Integer columns,
        @Nullable String sha256First,
        @Nullable String sha256Last,
        @Nullable Number minimum,
        @Nullable Number maximum,
        String message) {

    enum Status {
        /** Shown. */
        IMAGE,
        /** A report or an encapsulated document: sound, has pages or text in place of a picture. */
        DOCUMENT,
        /** Sound, and has no picture. */
        NO_IMAGE,
        /** Cannot be read, or its picture cannot be shown; the message says why. */
        REJECTED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static CheckRow rejected(String path, String message) {
        return new CheckRow(path, Status.REJECTED, null, null, null, null, null, null, null, null, null, message);
    }

    /** The twelve columns, separated by tabs. */
    String line() {
        return String.join(
                "\t",
                List.of(
                        escaped(path),
                        status.word(),
                        text(sopClass),
                        text(transferSyntax),
                        text(frames),
                        text(rows),
                        text(columns),
                        text(sha256First),
                        text(sha256Last),
                        text(minimum),
                        text(maximum),
                        Failures.oneLine(message)));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : Failures.oneLine(value.toString());
    }

    /** A name may hold anything but NUL; a line may not hold another line. */
    private static String escaped(String name) {
        var out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            switch (c) {
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
