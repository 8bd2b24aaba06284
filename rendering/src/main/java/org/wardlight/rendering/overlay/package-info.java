// SPDX-License-Identifier: Apache-2.0
/**
 * Overlay planes (PS3.3 C.9.2, C.9.3): bitmaps that lie over an image, beside it in the groups 6000 to 601E or in unused high bits of its
 * pixels. To add a source of planes: make it an {@link org.wardlight.rendering.overlay.OverlayPlane} in {@code Overlays.planes}.
 */
@NullMarked
package org.wardlight.rendering.overlay;

import org.jspecify.annotations.NullMarked;
