// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.net;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.sync.dimse.pdu.ProposedContext;
import org.wardlight.sync.dimse.pdu.UserInformation.Extended;
import org.wardlight.sync.dimse.pdu.UserInformation.Role;

/** What a requestor asks for: at most {@value #MOST} contexts. */
public record Proposal(List<ProposedContext> contexts, List<Role> roles, List<Extended> extended) {
    /** Odd numbers from 1 to 255. */
    public static final int MOST = 128;

    /** Syntaxes that every peer takes one of. */
    public static final List<String> NATIVE =
            List.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid(), TransferSyntax.IMPLICIT_LITTLE_ENDIAN.uid());

    public Proposal {
        contexts = List.copyOf(contexts);
        roles = List.copyOf(roles);
        extended = List.copyOf(extended);
    }

    /** A service without pixel data. */
    public static Proposal of(String abstractSyntax) {
        return new Builder().add(abstractSyntax, NATIVE).build();
    }

    /** Collects contexts and numbers them. */
    public static final class Builder {
        private final List<ProposedContext> contexts = new ArrayList<>();
        private final List<Role> roles = new ArrayList<>();
        private final List<Extended> extended = new ArrayList<>();

        public boolean isFull() {
            return contexts.size() == MOST;
        }

        /** @throws IllegalStateException when it is full */
        public Builder add(String abstractSyntax, List<String> transferSyntaxes) {
            if (isFull()) {
                throw new IllegalStateException("an association has at most " + MOST + " contexts");
            }
            contexts.add(new ProposedContext(2 * contexts.size() + 1, abstractSyntax, transferSyntaxes));
            return this;
        }

        public Builder role(String sopClass, boolean scu, boolean scp) {
            roles.add(new Role(sopClass, scu, scp));
            return this;
        }

        /** Asks whether relational queries are understood. */
        public Builder relational(String sopClass) {
            extended.add(new Extended(sopClass, new byte[] {1}));
            return this;
        }

        public Proposal build() {
            return new Proposal(contexts, roles, extended);
        }
    }
}
