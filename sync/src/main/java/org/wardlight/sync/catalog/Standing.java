// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

/** Whether an object may be shown among its study's pictures. */
public enum Standing {
    /** Nothing speaks against it. */
    SOUND(""),
    /** Its Patient ID, issuer or birth date is another than its study's: never shown under that study's patient. */
    IDENTITY_CONFLICT("Not shown: it names another patient than the rest of the study"),
    /** Another object of the same SOP Instance UID, but with other content, came first and is the one shown. */
    CONTENT_CONFLICT("Not shown: an object of the same SOP Instance UID with other content came before it");

    private final String reason;

    Standing(String reason) {
        this.reason = reason;
    }

    /**
     * What an object is worth.
     *
     * @param agrees whether its patient is that of its study
     * @param taken whether a sound object of its SOP Instance UID is there
     */
    static Standing of(boolean agrees, boolean taken) {
        return !agrees ? IDENTITY_CONFLICT : taken ? CONTENT_CONFLICT : SOUND;
    }

    /** Why it is not shown, in words; empty when sound. */
    public String reason() {
        return reason;
    }
}
