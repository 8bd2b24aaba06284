// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import org.wardlight.sync.account.Device;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wardlight device}: the laptops and sites that may copy from this one. Works beside a running server. */
@Command(
        name = "device",
        description = "List, pair and revoke the laptops and sites that may copy studies from here.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class DeviceCommand extends AccountsCommand {
    DeviceCommand(Console console) {
        super(console);
    }

    @Command(name = "list", description = "Paired devices, one line each.", mixinStandardHelpOptions = true)
    int list() throws Exception {
        return with(security -> {
            var devices = security.devices();
            for (Device device : devices.all()) {
                String state = device.revokedAt() == null ? "seen " + device.seenAt() : "revoked " + device.revokedAt();
                console.out().println(String.join("\t", device.id(), device.name(), state));
            }
        });
    }

    @Command(
            name = "code",
            description = "Print a code to type at the device ('sync --pair CODE'); it works once, for 15 minutes.",
            mixinStandardHelpOptions = true)
    int code() throws Exception {
        return with(security -> console.out().println(security.devices().code("local")));
    }

    @Command(name = "revoke", description = "Refuse a device from now on.", mixinStandardHelpOptions = true)
    int revoke(@Parameters(paramLabel = "ID", description = "As 'list' prints it.") String id) throws Exception {
        return with(security -> security.devices().revoke(id));
    }
}
