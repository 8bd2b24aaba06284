// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.security.cert.CertificateException;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.transfer.TransferException.Refused;

/** A site whose certificate proves nothing here: trying again changes nothing. */
final class Untrusted {
    private Untrusted() {}

    /** A handshake that broke for another reason is a link's trouble. */
    static boolean is(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    static Refused refused() {
        return new Refused("the site's certificate was issued by nobody whom this machine trusts, is for another name, "
                + "or is out of date; give --ca the certificate (PEM) of whoever issued it");
    }
}
