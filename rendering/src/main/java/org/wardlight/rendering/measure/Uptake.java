// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.measure;

import org.jspecify.annotations.Nullable;

/**
 * Standardised uptake by body weight: {@code SUVbw [g/ml] = rescaled value * factor}, where the rescaled value is in Bq/ml and the factor
 * is the weight over the dose that was left at the moment to which the values were decay corrected. Either {@code factor} or
 * {@code reason} is there.
 *
 * @param factor null when it cannot be known from the header
 * @param reason why not, in words; null when there is a factor
 * @param weightKg Patient's Weight in kilograms, null when not stated
 * @param doseBq Radionuclide Total Dose in becquerel, null when not stated
 * @param halfLifeSeconds Radionuclide Half Life, null when not stated
 * @param decaySeconds from administration to the moment of decay correction, null when not known or not needed
 */
public record Uptake(
        @Nullable Double factor,
        @Nullable String reason,
        @Nullable Double weightKg,
        @Nullable Double doseBq,
        @Nullable Double halfLifeSeconds,
        @Nullable Double decaySeconds) {}
