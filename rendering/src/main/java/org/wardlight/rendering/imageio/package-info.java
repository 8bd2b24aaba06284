// SPDX-License-Identifier: Apache-2.0
/**
 * DICOM for Java's own Image I/O: {@code ImageIO.read(new File("x.dcm"))} gives the first frame as a screen shows it at first.
 * {@link org.wardlight.rendering.imageio.DicomImageReadParam} asks for another window, {@code readRaster} gives stored values.
 */
@NullMarked
package org.wardlight.rendering.imageio;

import org.jspecify.annotations.NullMarked;
