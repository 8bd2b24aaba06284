// SPDX-License-Identifier: Apache-2.0
/**
 * Renditions of a frame: strips, previews and exact tiles, all cut from one pyramid. To add a rendition, add it to {@code Rendition} and write its encoder beside {@code ExactTiles}.
 */
@NullMarked
package org.wardlight.rendering.tile;

import org.jspecify.annotations.NullMarked;
