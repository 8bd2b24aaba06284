// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

/**
 * One thing that {@code doctor} looked at.
 *
 * @param check stable word for programs
 * @param text for people
 */
record Finding(String check, Level level, String text) {
    enum Level {
        OK,
        /** Worth knowing; nothing is lost. */
        NOTE,
        /** Something is lost or broken. */
        FAULT
    }

    static Finding ok(String check, String text) {
        return new Finding(check, Level.OK, text);
    }

    static Finding note(String check, String text) {
        return new Finding(check, Level.NOTE, text);
    }

    static Finding fault(String check, String text) {
        return new Finding(check, Level.FAULT, text);
    }
}
