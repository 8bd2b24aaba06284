// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import java.time.Duration;

/** Who waits for a render. */
public enum Urgency {
    /** Somebody looks at the screen. */
    INTERACTIVE(Duration.ZERO),
    /** A manifest or a warm-up: gives way to whoever looks, but never for longer than this. */
    BULK(Duration.ofSeconds(2));

    private final Duration givesWay;

    Urgency(Duration givesWay) {
        this.givesWay = givesWay;
    }

    Duration givesWay() {
        return givesWay;
    }
}
