// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wardlight.server.http.Security;
import org.wardlight.server.wiring.Node;
import org.wardlight.server.wiring.Wiring;
import org.wardlight.sync.account.AccountException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What the commands about people and devices share: a store, and refusals in words. Works beside a running server. */
abstract class AccountsCommand implements Callable<Integer> {
    final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--store",
            paramLabel = "PATH",
            defaultValue = "${env:WARDLIGHT_STORE}",
            scope = ScopeType.INHERIT,
            description = "The store that is served: a folder, or one file when the name ends in .sqlite.")
    private @Nullable Path store;

    AccountsCommand(Console console) {
        this.console = console;
    }

    @Override
    public final Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    final int with(Work work) throws Exception {
        return withNode(node -> work.on(node.security()));
    }

    final int withNode(NodeWork work) throws Exception {
        try (Node node = Wiring.open(Stores.of(console, Optional.ofNullable(store), false), Clock.systemUTC())) {
            work.on(node);
            return 0;
        } catch (AccountException refused) {
            console.err().println(refused.getMessage());
            return 1;
        }
    }

    /** What a subcommand does. */
    interface Work {
        void on(Security security) throws AccountException;
    }

    /** What a subcommand does that needs more than accounts. */
    interface NodeWork {
        void on(Node node) throws Exception;
    }
}
