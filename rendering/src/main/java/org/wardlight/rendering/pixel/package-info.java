// SPDX-License-Identifier: Apache-2.0
/**
 * What the stored values of a frame mean: modality, VOI, polarity, colour (PS3.3 C.7.6.3, C.11). Pure functions. To add a step, write it as its own class and name its section; {@code FrameKind} carries what the viewer needs to repeat it.
 */
@NullMarked
package org.wardlight.rendering.pixel;

import org.jspecify.annotations.NullMarked;
