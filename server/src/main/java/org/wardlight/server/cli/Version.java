// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
public final class Version implements IVersionProvider {
    /** The version of the jar; "development" when not run from one. */
    static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Wardlight " + number(), "Java " + Runtime.version()};
    }
}
