// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.net;

import java.net.InetAddress;
import java.util.Optional;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateReject;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateRequest;

/** Decides who may open an association. */
public interface Admission {
    /** Why an association is refused; empty when it is welcome. */
    Optional<AssociateReject> refuse(AssociateRequest request, InetAddress from);

    /** Hears of each caller that is turned away, whatever the reason. */
    default void refused(AssociateRequest request, InetAddress from, AssociateReject reason) {}
}
