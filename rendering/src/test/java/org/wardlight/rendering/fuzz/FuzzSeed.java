// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.fuzz;

/**
 * A sound file that is mutated.
 *
 * @param implicit whether its elements carry no VR
 */
public record FuzzSeed(String name, boolean implicit, byte[] bytes) {}
