// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wardlight test}: the checks need the sources, so the launcher runs them. */
@Command(
        name = "test",
        description = "Run all checks of the sources (only as ./wardlight test).",
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(hidden = true)
    private List<String> ignored = new ArrayList<>();

    TestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.err().println("The checks need the sources. In a clone of them, run: ./wardlight test");
        return 1;
    }
}
