// SPDX-License-Identifier: Apache-2.0
/**
 * Rendered tiles and strips of catalogued instances: cached within a stated number of bytes, equal requests share one render. To add a rendition, see {@code org.wardlight.rendering.tile}.
 */
@NullMarked
package org.wardlight.sync.rendition;

import org.jspecify.annotations.NullMarked;
