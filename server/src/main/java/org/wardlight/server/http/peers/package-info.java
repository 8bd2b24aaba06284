// SPDX-License-Identifier: Apache-2.0
/**
 * Peers on the DICOM network over HTTP: who is known, what works with each. To add an endpoint, write a method and a row in
 * {@code PeerRoutes}.
 */
@NullMarked
package org.wardlight.server.http.peers;

import org.jspecify.annotations.NullMarked;
