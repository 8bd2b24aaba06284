// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.net;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wardlight.sync.dimse.pdu.AnsweredContext;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateAccept;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateRequest;
import org.wardlight.sync.dimse.pdu.ProposedContext;
import org.wardlight.sync.dimse.pdu.UserInformation;
import org.wardlight.sync.dimse.pdu.UserInformation.AsyncWindow;
import org.wardlight.sync.dimse.pdu.UserInformation.Extended;
import org.wardlight.sync.dimse.pdu.UserInformation.Role;

/** Agrees on contexts and roles (PS3.8 7.1.1, PS3.7 D.3.3). Pure. */
final class Negotiator {
    private static final Role USUAL = new Role("", true, false);

    private Negotiator() {}

    /** What the acceptor answers. */
    static AssociateAccept answer(AssociateRequest request, Offer offer, UserInformation own) {
        List<AnsweredContext> contexts = new ArrayList<>();
        for (ProposedContext proposed : request.contexts()) {
            contexts.add(answer(proposed, offer));
        }
        List<Role> roles = new ArrayList<>();
        for (Role role : request.user().roles()) {
            offer.of(role.sopClass())
                    .ifPresent(service -> roles.add(new Role(
                            role.sopClass(),
                            role.scu() && service.requestorScu(),
                            role.scp() && service.requestorScp())));
        }
        List<Extended> extended = new ArrayList<>();
        for (Extended one : request.user().extended()) {
            offer.of(one.sopClass())
                    .filter(Offer.Service::relational)
                    .ifPresent(service ->
                            extended.add(new Extended(one.sopClass(), new byte[] {(byte) (one.relational() ? 1 : 0)})));
        }
        UserInformation user = new UserInformation(
                own.maxLength(),
                own.implementationClass(),
                own.implementationVersion(),
                request.user().window().map(asked -> AsyncWindow.SINGLE),
                roles,
                extended,
                Optional.empty());
        return new AssociateAccept(request.called(), request.calling(), contexts, user);
    }

    private static AnsweredContext answer(ProposedContext proposed, Offer offer) {
        String any = proposed.transferSyntaxes().get(0);
        Optional<Offer.Service> service = offer.of(proposed.abstractSyntax());
        if (service.isEmpty()) {
            return new AnsweredContext(proposed.id(), AnsweredContext.ABSTRACT_SYNTAX, any);
        }
        return service.get()
                .choice()
                .among(proposed.transferSyntaxes())
                .map(uid -> new AnsweredContext(proposed.id(), AnsweredContext.ACCEPTED, uid))
                .orElseGet(() -> new AnsweredContext(proposed.id(), AnsweredContext.TRANSFER_SYNTAXES, any));
    }

    /**
     * The contexts that may be used from now on: accepted, with a transfer syntax that was proposed, in the roles that both sides
     * named; the usual ones where none were.
     */
    static List<Context> agreed(AssociateRequest request, AssociateAccept accept) {
        Map<String, Role> asked = roles(request.user().roles());
        Map<String, Role> given = roles(accept.user().roles());
        Map<Integer, AnsweredContext> answers = new LinkedHashMap<>();
        accept.contexts().forEach(answer -> answers.put(answer.id(), answer));
        List<Context> agreed = new ArrayList<>();
        for (ProposedContext proposed : request.contexts()) {
            AnsweredContext answer = answers.get(proposed.id());
            if (answer != null
                    && answer.accepted()
                    && proposed.transferSyntaxes().contains(answer.transferSyntax())) {
                String uid = proposed.abstractSyntax();
                boolean named = asked.containsKey(uid) && given.containsKey(uid);
                Role mine = named ? asked.getOrDefault(uid, USUAL) : USUAL;
                Role theirs = named ? given.getOrDefault(uid, USUAL) : USUAL;
                agreed.add(new Context(
                        proposed.id(),
                        uid,
                        answer.transferSyntax(),
                        mine.scu() && theirs.scu(),
                        mine.scp() && theirs.scp()));
            }
        }
        return agreed;
    }

    private static Map<String, Role> roles(List<Role> roles) {
        Map<String, Role> byClass = new LinkedHashMap<>();
        roles.forEach(role -> byClass.put(role.sopClass(), role));
        return byClass;
    }
}
