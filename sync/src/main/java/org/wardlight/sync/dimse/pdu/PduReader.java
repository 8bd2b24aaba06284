// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.pdu;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.sync.dimse.pdu.Pdu.Abort;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateAccept;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateReject;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateRequest;

/** From the body of a PDU (all after its length) to a record (PS3.8 9.3). Items that it does not know are passed over. */
public final class PduReader {
    /** Longest body that is read: an association with 128 contexts of 60 transfer syntaxes needs a quarter of it. */
    public static final int MOST = 1 << 20;

    private static final int TITLE = 16;

    private PduReader() {}

    /** @throws MalformedPdu when the body is none of that type; the type must not be P-DATA-TF */
    public static Pdu read(int type, byte[] body) throws MalformedPdu {
        PduBytes in = new PduBytes(body);
        return switch (type) {
            case Pdu.ASSOCIATE_RQ -> request(in);
            case Pdu.ASSOCIATE_AC -> accept(in);
            case Pdu.ASSOCIATE_RJ -> {
                in.skip(1);
                yield new AssociateReject(in.u8(), in.u8(), in.u8());
            }
            case Pdu.RELEASE_RQ -> new Pdu.ReleaseRequest();
            case Pdu.RELEASE_RP -> new Pdu.ReleaseResponse();
            case Pdu.ABORT -> {
                in.skip(2);
                yield new Abort(in.u8(), in.u8());
            }
            default -> throw MalformedPdu.unrecognised(type);
        };
    }

    private static AssociateRequest request(PduBytes in) throws MalformedPdu {
        int version = in.u16();
        in.skip(2);
        String called = in.text(TITLE);
        String calling = in.text(TITLE);
        in.skip(32);
        String application = "";
        List<ProposedContext> contexts = new ArrayList<>();
        UserItems user = new UserItems();
        while (in.hasMore()) {
            int type = in.u8();
            in.skip(1);
            PduBytes item = in.item(in.u16());
            switch (type) {
                case 0x10 -> application = item.uidRest();
                case 0x20 -> contexts.add(proposed(item));
                case 0x50 -> user.read(item);
                default -> {
                    // PS3.8 9.3.1: what is not known is ignored
                }
            }
        }
        return new AssociateRequest(version, called, calling, application, contexts, user.build());
    }

    private static ProposedContext proposed(PduBytes in) throws MalformedPdu {
        int id = contextId(in);
        in.skip(3);
        String abstractSyntax = "";
        List<String> transferSyntaxes = new ArrayList<>();
        while (in.hasMore()) {
            int type = in.u8();
            in.skip(1);
            PduBytes item = in.item(in.u16());
            if (type == 0x30) {
                abstractSyntax = item.uidRest();
            } else if (type == 0x40) {
                transferSyntaxes.add(item.uidRest());
            }
        }
        if (abstractSyntax.isEmpty() || transferSyntaxes.isEmpty()) {
            throw MalformedPdu.invalid("presentation context " + id + " lacks its abstract or transfer syntax");
        }
        return new ProposedContext(id, abstractSyntax, transferSyntaxes);
    }

    private static AssociateAccept accept(PduBytes in) throws MalformedPdu {
        in.skip(4);
        String called = in.text(TITLE);
        String calling = in.text(TITLE);
        in.skip(32);
        List<AnsweredContext> contexts = new ArrayList<>();
        UserItems user = new UserItems();
        while (in.hasMore()) {
            int type = in.u8();
            in.skip(1);
            PduBytes item = in.item(in.u16());
            if (type == 0x21) {
                contexts.add(answered(item));
            } else if (type == 0x50) {
                user.read(item);
            }
        }
        return new AssociateAccept(called, calling, contexts, user.build());
    }

    private static AnsweredContext answered(PduBytes in) throws MalformedPdu {
        int id = contextId(in);
        in.skip(1);
        int result = in.u8();
        in.skip(1);
        String transferSyntax = "";
        while (in.hasMore()) {
            int type = in.u8();
            in.skip(1);
            PduBytes item = in.item(in.u16());
            if (type == 0x40) {
                transferSyntax = item.uidRest();
            }
        }
        return new AnsweredContext(id, result, transferSyntax);
    }

    private static int contextId(PduBytes in) throws MalformedPdu {
        int id = in.u8();
        if (id % 2 == 0) {
            throw MalformedPdu.invalid("presentation context " + id + " has an even number");
        }
        return id;
    }
}
