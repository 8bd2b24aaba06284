// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.nio.file.Path;
import java.time.Clock;

class MemoryAmendmentsTest extends AmendmentsContract {
    @Override
    Catalog open(Path folder, Clock clock) {
        return new MemoryCatalog(clock);
    }
}
