// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.net.Admission;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateReject;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateRequest;

/** Lets in who calls us by our name and is a peer, from where that peer is; titles are compared without what pads them. */
record AdmissionByPeers(DimseConfig config) implements Admission {
    @Override
    public Optional<AssociateReject> refuse(AssociateRequest request, InetAddress from) {
        if (!new AeTitle(request.called()).equals(config.own())) {
            return Optional.of(AssociateReject.CALLED_UNKNOWN);
        }
        if (config.promiscuous()) {
            return Optional.empty();
        }
        Optional<Peer> peer = config.peers().of(new AeTitle(request.calling()));
        boolean isWelcome =
                peer.isPresent() && (peer.get().anyAddress() || isAt(peer.get().host(), from));
        return isWelcome ? Optional.empty() : Optional.of(AssociateReject.CALLING_UNKNOWN);
    }

    private static boolean isAt(String host, InetAddress from) {
        try {
            return Arrays.asList(InetAddress.getAllByName(host)).contains(from);
        } catch (UnknownHostException gone) {
            return false;
        }
    }
}
