// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.net;

import java.util.List;
import java.util.Optional;

/** What an acceptor offers. */
@FunctionalInterface
public interface Offer {
    /** The service of an abstract syntax; empty when it is not offered. */
    Optional<Service> of(String abstractSyntax);

    /**
     * A service.
     *
     * @param choice which of the proposed transfer syntaxes is taken; empty when none is
     * @param requestorScu whether the requestor may ask for it
     * @param requestorScp whether the requestor may be asked for it, if it wants to
     * @param relational whether relational queries are agreed to
     */
    record Service(Choice choice, boolean requestorScu, boolean requestorScp, boolean relational) {}

    /** Chooses a transfer syntax. */
    @FunctionalInterface
    interface Choice {
        Optional<String> among(List<String> proposed);
    }
}
