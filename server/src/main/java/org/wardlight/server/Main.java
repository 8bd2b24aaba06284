// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server;

/** Starts the program. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("wardlight");
    }
}
