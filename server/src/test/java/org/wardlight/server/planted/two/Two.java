// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.planted.two;

import org.wardlight.server.planted.one.One;

/** Wrong on purpose: LayersTest must find the circle. */
public record Two(One one) {}
