// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.net;

import java.net.InetAddress;
import java.util.Optional;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateReject;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateRequest;

/** Decides who may open an association. */
@FunctionalInterface
public interface Admission {
    /** Why an association is refused; empty when it is welcome. */
    Optional<AssociateReject> refuse(AssociateRequest request, InetAddress from);
}
