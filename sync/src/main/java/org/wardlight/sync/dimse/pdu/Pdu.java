// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.pdu;

import java.util.List;

/** A protocol data unit that controls an association (PS3.8 9.3). P-DATA-TF is not among them: it is streamed. */
public sealed interface Pdu {
    int ASSOCIATE_RQ = 1;
    int ASSOCIATE_AC = 2;
    int ASSOCIATE_RJ = 3;
    int P_DATA_TF = 4;
    int RELEASE_RQ = 5;
    int RELEASE_RP = 6;
    int ABORT = 7;

    /** The DICOM application context (PS3.7 A.2.1). */
    String APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";

    /** @param version bits of the protocol versions that the requestor knows; bit 0 is the only one there is */
    record AssociateRequest(
            int version,
            String called,
            String calling,
            String applicationContext,
            List<ProposedContext> contexts,
            UserInformation user)
            implements Pdu {
        public AssociateRequest {
            contexts = List.copyOf(contexts);
        }
    }

    /** Titles are echoed, and mean nothing (PS3.8 9.3.3). */
    record AssociateAccept(String called, String calling, List<AnsweredContext> contexts, UserInformation user)
            implements Pdu {
        public AssociateAccept {
            contexts = List.copyOf(contexts);
        }
    }

    /** Codes of PS3.8 Table 9-21. */
    record AssociateReject(int result, int source, int reason) implements Pdu {
        public static final int PERMANENT = 1;
        public static final int TRANSIENT = 2;
        public static final AssociateReject NO_REASON = new AssociateReject(PERMANENT, 1, 1);
        public static final AssociateReject APPLICATION_CONTEXT = new AssociateReject(PERMANENT, 1, 2);
        public static final AssociateReject CALLING_UNKNOWN = new AssociateReject(PERMANENT, 1, 3);
        public static final AssociateReject CALLED_UNKNOWN = new AssociateReject(PERMANENT, 1, 7);
        public static final AssociateReject VERSION = new AssociateReject(PERMANENT, 2, 2);
        public static final AssociateReject BUSY = new AssociateReject(TRANSIENT, 3, 2);
    }

    record ReleaseRequest() implements Pdu {}

    record ReleaseResponse() implements Pdu {}

    /** @param source 0 the application, 2 the protocol machine, whose reasons are those of PS3.8 Table 9-26 */
    record Abort(int source, int reason) implements Pdu {
        public static final Abort BY_USER = new Abort(0, 0);
        public static final Abort UNRECOGNISED = new Abort(2, 1);
        public static final Abort UNEXPECTED = new Abort(2, 2);
        public static final Abort INVALID = new Abort(2, 6);
    }
}
