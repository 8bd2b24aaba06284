// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.pdu;

import java.io.IOException;

/** Bytes that are no PDU: says which, where, and what was expected. */
public final class MalformedPdu extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean unrecognised;

    private MalformedPdu(boolean unrecognised, String message) {
        super(message);
        this.unrecognised = unrecognised;
    }

    static MalformedPdu invalid(String message) {
        return new MalformedPdu(false, message);
    }

    /** A type that PS3.8 does not have. */
    public static MalformedPdu unrecognised(int type) {
        return new MalformedPdu(true, "there is no PDU of type " + type);
    }

    /** How the standard wants this answered. */
    public Pdu.Abort answer() {
        return unrecognised ? Pdu.Abort.UNRECOGNISED : Pdu.Abort.INVALID;
    }
}
