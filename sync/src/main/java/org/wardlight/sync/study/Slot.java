// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A frame that wants its place in the display order of its series.
 *
 * @param instance index of its object among the series' objects
 * @param frame its number in the object, from 1
 * @param number Instance Number of the object, null when absent
 * @param position Image Position (Patient) in millimetres, null when absent
 * @param orientation Image Orientation (Patient), null when absent
 * @param frameOfReference Frame of Reference UID: positions compare within one only
 */
public record Slot(
        int instance,
        int frame,
        @Nullable Integer number,
        @Nullable List<Double> position,
        @Nullable List<Double> orientation,
        @Nullable String frameOfReference) {}
