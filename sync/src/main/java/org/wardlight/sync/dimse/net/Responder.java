// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.net;

import java.io.IOException;

/** Answers one request of a peer to its end. */
@FunctionalInterface
public interface Responder {
    void handle(Association association, Incoming request) throws IOException;
}
