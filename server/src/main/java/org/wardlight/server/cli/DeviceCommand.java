// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wardlight.server.wiring.Node;
import org.wardlight.server.wiring.Wiring;
import org.wardlight.sync.account.AccountException;
import org.wardlight.sync.account.Device;
import org.wardlight.sync.account.Devices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wardlight device}: the laptops and sites that may copy from this one. Works beside a running server. */
@Command(
        name = "device",
        description = "List, pair and revoke the laptops and sites that may copy studies from here.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class DeviceCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--store",
            paramLabel = "PATH",
            defaultValue = "${env:WARDLIGHT_STORE}",
            scope = picocli.CommandLine.ScopeType.INHERIT,
            description = "The store that is served: a folder, or one file when the name ends in .sqlite.")
    private @Nullable Path store;

    DeviceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    @Command(name = "list", description = "Paired devices, one line each.", mixinStandardHelpOptions = true)
    int list() throws Exception {
        return with(devices -> {
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
        return with(devices -> console.out().println(devices.code("local")));
    }

    @Command(name = "revoke", description = "Refuse a device from now on.", mixinStandardHelpOptions = true)
    int revoke(@Parameters(paramLabel = "ID", description = "As 'list' prints it.") String id) throws Exception {
        return with(devices -> devices.revoke(id));
    }

    private int with(Work work) throws Exception {
        try (Node node = Wiring.open(Stores.of(console, Optional.ofNullable(store), false), Clock.systemUTC())) {
            work.on(node.security().devices());
            return 0;
        } catch (AccountException refused) {
            console.err().println(refused.getMessage());
            return 1;
        }
    }

    private interface Work {
        void on(Devices devices) throws AccountException;
    }
}
