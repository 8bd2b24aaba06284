// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import org.wardlight.sync.account.Role;

/** Who may use a route: every row of {@link Routes} says so, and a test goes through all of them. */
public enum Access {
    /** Anybody who reaches the server: the shell of the web client, liveness. */
    OPEN,
    /** Who may look at studies. */
    VIEWER,
    /** Who may also add studies. */
    EDITOR,
    /** A laptop, another site, or a browser that keeps copies. */
    DEVICE,
    /** Who looks after people, devices, peers and the audit. */
    ADMIN;

    /** Whether a role may: an editor may what a viewer may, an administrator everything; a device looks and copies. */
    boolean allows(Role role) {
        return switch (this) {
            case OPEN, VIEWER, DEVICE -> true;
            case EDITOR -> role == Role.EDITOR || role == Role.ADMIN;
            case ADMIN -> role == Role.ADMIN;
        };
    }
}
