// SPDX-License-Identifier: Apache-2.0
/**
 * What may be measured in a frame and in which units: slices, ultrasound regions, Real World Values, standardised uptake. Facts of the
 * header alone; nothing is guessed: what is missing is absent or said in words. To add a quantity, write a record for its facts, read
 * it in a class of its own and name it in {@code Measures}.
 */
@NullMarked
package org.wardlight.rendering.measure;

import org.jspecify.annotations.NullMarked;
