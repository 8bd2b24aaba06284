// SPDX-License-Identifier: Apache-2.0
/**
 * What is drawn over a frame: overlay planes, segmentations, dose, structure contours and parametric maps, each as an image with
 * alpha. To add a layer that a frame's own object holds, implement {@code FrameLayer} and name it in {@code FrameLayers}; to add one
 * that is an object of its own, implement {@code LayerObject} and name its SOP class in {@code LayerObjects}.
 */
@NullMarked
package org.wardlight.rendering.layer;

import org.jspecify.annotations.NullMarked;
