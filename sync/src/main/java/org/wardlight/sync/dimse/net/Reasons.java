// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.net;

import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.DimseFailure;
import org.wardlight.sync.dimse.DimseFailure.Kind;
import org.wardlight.sync.dimse.pdu.Pdu;
import org.wardlight.sync.dimse.pdu.Pdu.Abort;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateReject;

/** Codes of PS3.8 9.3.4 and 9.3.8 in plain words. */
final class Reasons {
    private Reasons() {}

    static DimseFailure rejected(AssociateReject reject, AeTitle calling, AeTitle called) {
        if (reject.source() == 1 && reject.reason() == 3) {
            return new DimseFailure(Kind.CALLING_UNKNOWN, "it answered, but does not know our AE title " + calling);
        }
        if (reject.source() == 1 && reject.reason() == 7) {
            return new DimseFailure(Kind.CALLED_UNKNOWN, "it answered, but its AE title is another than " + called);
        }
        if (reject.source() == 3 || reject.result() == AssociateReject.TRANSIENT) {
            return new DimseFailure(Kind.BUSY, "it answered, but takes no further association at the moment");
        }
        return new DimseFailure(Kind.REJECTED, "it answered, but rejected the association: " + reason(reject));
    }

    private static String reason(AssociateReject reject) {
        if (reject.source() == 1 && reject.reason() == 2) {
            return "it does not know the DICOM application context";
        }
        if (reject.source() == 2) {
            return reject.reason() == 2 ? "it does not know this version of the protocol" : "it gave no reason";
        }
        return "it gave no reason; our AE title or address may be unknown to it, or the service not offered";
    }

    static DimseFailure unexpected(Pdu pdu) {
        if (pdu instanceof Abort abort) {
            return new DimseFailure(Kind.ABORTED, "the peer broke off" + reason(abort));
        }
        return new DimseFailure(
                Kind.VIOLATION,
                "the peer sent a PDU that cannot come now: " + pdu.getClass().getSimpleName());
    }

    private static String reason(Abort abort) {
        if (abort.source() != 2) {
            return "";
        }
        return switch (abort.reason()) {
            case 1, 2 -> ": it did not expect what was sent";
            case 4, 5, 6 -> ": it found a parameter wrong";
            default -> ": its DICOM service gave no reason";
        };
    }
}
