// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

/** Who may use a route, once there are accounts: every row of {@link Routes} says so, and a test goes through all of them. */
public enum Access {
    /** Anybody who reaches the server: the shell of the web client, liveness. */
    OPEN,
    /** Who may look at studies. */
    VIEWER,
    /** Who may also add studies. */
    EDITOR,
    /** A laptop or another site that copies studies. */
    DEVICE
}
