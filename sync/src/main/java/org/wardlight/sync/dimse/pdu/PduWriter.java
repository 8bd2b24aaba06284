// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.pdu;

import org.wardlight.sync.dimse.pdu.Pdu.Abort;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateAccept;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateReject;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateRequest;
import org.wardlight.sync.dimse.pdu.Pdu.ReleaseRequest;

/** From a record to all the bytes of a PDU (PS3.8 9.3). */
public final class PduWriter {
    private static final int APPLICATION_CONTEXT = 0x10;
    private static final int PROPOSED = 0x20;
    private static final int ANSWERED = 0x21;
    private static final int ABSTRACT_SYNTAX = 0x30;
    private static final int TRANSFER_SYNTAX = 0x40;
    private static final int USER = 0x50;

    private PduWriter() {}

    public static byte[] write(Pdu pdu) {
        PduOutput body = new PduOutput();
        int type = body(pdu, body);
        byte[] content = body.toByteArray();
        PduOutput out = new PduOutput();
        out.u8(type);
        out.u8(0);
        out.u32(content.length);
        out.bytes(content);
        return out.toByteArray();
    }

    private static int body(Pdu pdu, PduOutput out) {
        if (pdu instanceof AssociateRequest request) {
            return request(request, out);
        }
        if (pdu instanceof AssociateAccept accept) {
            return accept(accept, out);
        }
        if (pdu instanceof AssociateReject reject) {
            out.u8(0);
            out.u8(reject.result());
            out.u8(reject.source());
            out.u8(reject.reason());
            return Pdu.ASSOCIATE_RJ;
        }
        if (pdu instanceof Abort abort) {
            out.u16(0);
            out.u8(abort.source());
            out.u8(abort.reason());
            return Pdu.ABORT;
        }
        out.zeros(4);
        return pdu instanceof ReleaseRequest ? Pdu.RELEASE_RQ : Pdu.RELEASE_RP;
    }

    private static int request(AssociateRequest request, PduOutput out) {
        head(out, request.version(), request.called(), request.calling());
        out.item(APPLICATION_CONTEXT, item -> item.text(request.applicationContext()));
        for (ProposedContext context : request.contexts()) {
            out.item(PROPOSED, item -> {
                item.u8(context.id());
                item.zeros(3);
                item.item(ABSTRACT_SYNTAX, syntax -> syntax.text(context.abstractSyntax()));
                for (String uid : context.transferSyntaxes()) {
                    item.item(TRANSFER_SYNTAX, syntax -> syntax.text(uid));
                }
            });
        }
        out.item(USER, item -> UserItems.write(request.user(), item));
        return Pdu.ASSOCIATE_RQ;
    }

    private static int accept(AssociateAccept accept, PduOutput out) {
        head(out, 1, accept.called(), accept.calling());
        out.item(APPLICATION_CONTEXT, item -> item.text(Pdu.APPLICATION_CONTEXT));
        for (AnsweredContext context : accept.contexts()) {
            out.item(ANSWERED, item -> {
                item.u8(context.id());
                item.u8(0);
                item.u8(context.result());
                item.u8(0);
                item.item(TRANSFER_SYNTAX, syntax -> syntax.text(context.transferSyntax()));
            });
        }
        out.item(USER, item -> UserItems.write(accept.user(), item));
        return Pdu.ASSOCIATE_AC;
    }

    private static void head(PduOutput out, int version, String called, String calling) {
        out.u16(version);
        out.u16(0);
        out.title(called);
        out.title(calling);
        out.zeros(32);
    }
}
