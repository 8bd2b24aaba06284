// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a command sees of the world outside of its files.
 *
 * @param isTerminal whether a person watches: then progress is a bar that redraws itself
 * @param stopped is given what to do when the process is told to stop
 */
public record Console(
        PrintWriter out,
        PrintWriter err,
        boolean isTerminal,
        Map<String, String> environment,
        Consumer<Runnable> stopped) {
    /** The process's own streams and environment. */
    public static Console ofProcess() {
        return new Console(
                new PrintWriter(System.out, true),
                new PrintWriter(System.err, true),
                System.console() != null,
                System.getenv(),
                action -> Runtime.getRuntime().addShutdownHook(new Thread(action, "stop")));
    }
}
