// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.net.Admission;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateReject;
import org.wardlight.sync.dimse.pdu.Pdu.AssociateRequest;
import org.wardlight.sync.dimse.scp.Witness.Caller;

/**
 * Lets in who calls us by our name and is a peer, from where that peer is; titles are compared without what pads them.
 *
 * @param full whether there is no room for another
 */
record AdmissionByPeers(DimseConfig config, BooleanSupplier full) implements Admission {
    @Override
    public Optional<AssociateReject> refuse(AssociateRequest request, InetAddress from) {
        if (full.getAsBoolean()) {
            return Optional.of(AssociateReject.BUSY);
        }
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

    @Override
    public void refused(AssociateRequest request, InetAddress from, AssociateReject reason) {
        config.witness().refused(new Caller(request.calling(), request.called(), from), words(reason));
    }

    private static String words(AssociateReject reason) {
        if (reason.equals(AssociateReject.BUSY)) {
            return "too many associations at once";
        }
        if (reason.equals(AssociateReject.CALLED_UNKNOWN)) {
            return "called by another AE title than ours";
        }
        if (reason.equals(AssociateReject.CALLING_UNKNOWN)) {
            return "no peer of that AE title at that address";
        }
        return reason.equals(AssociateReject.NO_REASON)
                ? "nothing of what was proposed is offered"
                : "no DICOM of ours";
    }

    private static boolean isAt(String host, InetAddress from) {
        try {
            return Arrays.asList(InetAddress.getAllByName(host)).contains(from);
        } catch (UnknownHostException gone) {
            return false;
        }
    }
}
