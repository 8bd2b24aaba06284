// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server;

import org.wardlight.server.cli.Console;
import org.wardlight.server.cli.WardlightCommand;

/** Starts the program. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        System.exit(WardlightCommand.run(Console.ofProcess(), arguments));
    }
}
