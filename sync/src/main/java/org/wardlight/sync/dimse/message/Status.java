// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.message;

import java.util.Locale;

/** Status codes (PS3.7 C, PS3.4 B.2.3, C.4) and what kind they are. */
public final class Status {
    public static final int SUCCESS = 0x0000;
    public static final int PROCESSING_FAILURE = 0x0110;
    public static final int DUPLICATE_SOP_INSTANCE = 0x0111;
    public static final int NO_SUCH_SOP_CLASS = 0x0118;
    public static final int NOT_AUTHORISED = 0x0124;
    public static final int UNRECOGNISED_OPERATION = 0x0211;
    public static final int NO_SUCH_EVENT_TYPE = 0x0113;
    public static final int OUT_OF_RESOURCES = 0xA700;
    public static final int OUT_OF_RESOURCES_COUNTING = 0xA701;
    public static final int OUT_OF_RESOURCES_SUBOPERATIONS = 0xA702;
    public static final int DESTINATION_UNKNOWN = 0xA801;
    public static final int DOES_NOT_MATCH_CLASS = 0xA900;
    public static final int WARNING_COERCED = 0xB000;
    public static final int WARNING_SUBOPERATIONS = 0xB000;
    public static final int WARNING_MISMATCH = 0xB007;
    public static final int CANNOT_UNDERSTAND = 0xC000;
    public static final int UNABLE_TO_PROCESS = 0xC001;
    public static final int CANCELLED = 0xFE00;
    public static final int PENDING = 0xFF00;
    public static final int PENDING_KEYS_UNSUPPORTED = 0xFF01;

    private Status() {}

    public static boolean isPending(int status) {
        return status == PENDING || status == PENDING_KEYS_UNSUPPORTED;
    }

    /** What counts as done: success, and warnings; that an object is there already (0111) is one (PS3.7 C.5.8). */
    public static boolean isDone(int status) {
        return status == SUCCESS || isWarning(status);
    }

    public static boolean isWarning(int status) {
        return status >>> 12 == 0xB
                || status == 0x0001
                || status == 0x0107
                || status == 0x0116
                || status == DUPLICATE_SOP_INSTANCE;
    }

    /** In plain words, with the code. */
    public static String words(int status) {
        return String.format(Locale.ROOT, "%s (status %04X)", meaning(status), status);
    }

    private static String meaning(int status) {
        return switch (status) {
            case SUCCESS -> "done";
            case PROCESSING_FAILURE -> "it failed at its work";
            case DUPLICATE_SOP_INSTANCE -> "it has this object already";
            case 0x0112 -> "it has no such object";
            case NO_SUCH_SOP_CLASS, 0x0122 -> "it does not offer this service";
            case NOT_AUTHORISED -> "it does not allow this to us";
            case UNRECOGNISED_OPERATION -> "it does not know this operation";
            case OUT_OF_RESOURCES, 0xA710 -> "it has no room or no resources";
            case OUT_OF_RESOURCES_COUNTING -> "it could not count the matches";
            case OUT_OF_RESOURCES_SUBOPERATIONS -> "it could not send to the destination";
            case DESTINATION_UNKNOWN -> "it does not know the AE title that it shall send to";
            case DOES_NOT_MATCH_CLASS -> "it found that the data does not match what was announced";
            case CANCELLED -> "it was cancelled";
            default -> family(status);
        };
    }

    private static String family(int status) {
        if (isPending(status)) {
            return "it goes on";
        }
        if (isWarning(status)) {
            return "done with a warning";
        }
        return switch (status >>> 8) {
            case 0xA7 -> "it has no room or no resources";
            case 0xA9 -> "it found that the data does not match what was announced";
            case 0xAA, 0xA8 -> "it refused";
            default -> status >>> 12 == 0xC ? "it cannot understand this" : "it refused or failed";
        };
    }
}
