// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.planted.one;

import org.wardlight.server.planted.two.Two;

/** Wrong on purpose: LayersTest must find the circle. */
public record One(Two two) {}
