// SPDX-License-Identifier: Apache-2.0
/**
 * Whole-slide images (PS3.3 C.8.12): which objects of a series are which level of which slide, where their frames lie, and how a tile of the
 * logical picture is put together from them. To add a kind of tiled object, teach {@code SlideParts} its SOP class.
 */
@NullMarked
package org.wardlight.rendering.slide;

import org.jspecify.annotations.NullMarked;
