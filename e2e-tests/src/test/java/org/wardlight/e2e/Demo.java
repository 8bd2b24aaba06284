// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import java.nio.file.Path;

/** The demo's studies, made once for all journeys of a build. */
final class Demo {
    private Demo() {}

    static Path folder() {
        return WardlightProcess.root().resolve("e2e-tests/target/demo");
    }
}
