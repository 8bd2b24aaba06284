// SPDX-License-Identifier: Apache-2.0
/**
 * DICOM in, stored values and tiles out. Knows no HTTP, SQL, network, clock or configuration; what may go wrong is a {@link org.wardlight.rendering.RenderingException}.
 */
@NullMarked
package org.wardlight.rendering;

import org.jspecify.annotations.NullMarked;
