// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import org.wardlight.server.wiring.ConfigException;
import org.wardlight.server.wiring.ServerConfig.Http;
import org.wardlight.sync.account.Accounts;

/** Sees to it that nothing is served to a network before somebody can say who may look. */
final class FirstAdministrator {
    private FirstAdministrator() {}

    /** Refuses a network address while there is no administrator. */
    static void check(Http http, Accounts accounts) {
        if (accounts.hasAdministrator()) {
            return;
        }
        if (!http.isLoopback()) {
            throw new ConfigException(
                    "http.host is " + http.host() + ", which others on the network can reach, but there is no "
                            + "administrator yet, so nobody could say who may look. Make one with './wardlight user add NAME --role admin', "
                            + "then start again.");
        }
    }
}
