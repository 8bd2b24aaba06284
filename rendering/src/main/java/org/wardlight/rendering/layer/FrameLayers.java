// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.util.Map;
import java.util.Optional;

/** The layers that frames hold themselves, by the name that stands in their address. To add one, add a row. */
public final class FrameLayers {
    private static final Map<String, FrameLayer> NAMED =
            Map.of("overlay", OverlayLayer::draw, "shutter", ShutterLayer::draw);

    private FrameLayers() {}

    /** The layer of that name; empty when there is none of it. */
    public static Optional<FrameLayer> named(String name) {
        return Optional.ofNullable(NAMED.get(name));
    }
}
