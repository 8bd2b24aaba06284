// SPDX-License-Identifier: Apache-2.0
/**
 * Colour profiles (PS3.3 C.11.15) to sRGB, by the JDK's own colour management. To add another way to say what colours mean, give {@code ColourProfile} its judgement of it.
 */
@NullMarked
package org.wardlight.rendering.colour;

import org.jspecify.annotations.NullMarked;
