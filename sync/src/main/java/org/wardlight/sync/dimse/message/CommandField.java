// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.message;

import java.util.Locale;

/** Values of Command Field (0000,0100) (PS3.7 E.1); a response has bit 15 set. */
public final class CommandField {
    public static final int C_STORE = 0x0001;
    public static final int C_GET = 0x0010;
    public static final int C_FIND = 0x0020;
    public static final int C_MOVE = 0x0021;
    public static final int C_ECHO = 0x0030;
    public static final int N_EVENT_REPORT = 0x0100;
    public static final int N_ACTION = 0x0130;
    public static final int C_CANCEL = 0x0FFF;
    public static final int RESPONSE = 0x8000;

    private CommandField() {}

    /** As people write it, such as C-STORE. */
    public static String words(int field) {
        return switch (field) {
            case C_STORE -> "C-STORE";
            case C_GET -> "C-GET";
            case C_FIND -> "C-FIND";
            case C_MOVE -> "C-MOVE";
            case C_ECHO -> "C-ECHO";
            default -> String.format(Locale.ROOT, "command %04X", field);
        };
    }
}
