// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.time.Duration;
import org.wardlight.server.wiring.ConfigException;
import org.wardlight.server.wiring.ServerConfig.Http;
import org.wardlight.sync.account.Accounts;
import org.wardlight.sync.account.Role;

/** Sees to it that nothing is served to a network before somebody can say who may look. */
final class FirstAdministrator {
    private static final Duration LINK_LIFE = Duration.ofHours(48);

    private FirstAdministrator() {}

    /** Refuses a network address while there is no administrator. */
    static void check(Http http, Accounts accounts) {
        if (!accounts.hasAdministrator() && !http.isLoopback()) {
            throw new ConfigException(
                    "http.host is " + http.host() + ", which others on the network can reach, but there is no "
                            + "administrator yet, so nobody could say who may look. Make one with './wardlight user add NAME --role admin', "
                            + "then start again.");
        }
    }

    /** Where nobody has an account yet, prints the link that makes the first administrator, the first time. */
    static void invite(Console console, Http http, int port, Accounts accounts) {
        if (accounts.isOpen() && !accounts.isAdministratorInvited()) {
            String secret = accounts.invite(Role.ADMIN, "local", LINK_LIFE);
            console.out()
                    .println(
                            "Nobody needs to sign in on this machine. To change that, make the first administrator within 48 hours at");
            console.out().println("    " + Serving.address(http, port) + "welcome#" + secret);
            console.out()
                    .println("This link works once and is not shown again ('./wardlight user invite' makes another).");
        }
    }
}
