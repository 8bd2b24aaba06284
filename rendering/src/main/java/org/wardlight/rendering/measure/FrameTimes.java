// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.measure;

import org.jspecify.annotations.Nullable;

/**
 * When a frame was taken, as far as its header says. Which clock counts is decided for a whole series.
 *
 * @param index Temporal Position Index or Identifier (PS3.3 C.7.6.16.2.2), or the time slot or slice of nuclear medicine
 * @param referenceMs Frame Reference Time of PET in milliseconds
 * @param triggerMs Trigger Time or Nominal Cardiac Trigger Delay Time in milliseconds
 * @param acquiredMs Acquisition or Frame Acquisition Date Time, milliseconds on the modality's clock since 1970
 */
public record FrameTimes(
        @Nullable Integer index,
        @Nullable Double referenceMs,
        @Nullable Double triggerMs,
        @Nullable Double acquiredMs) {
    /** Of a frame that names no time. */
    public static final FrameTimes NONE = new FrameTimes(null, null, null, null);
}
