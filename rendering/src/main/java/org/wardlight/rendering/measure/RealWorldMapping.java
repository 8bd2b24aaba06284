// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.measure;

import org.jspecify.annotations.Nullable;

/**
 * What stored values are in the real world (PS3.3 C.7.6.16.2.11): {@code slope * stored + intercept}, or an entry of a table. Holds for
 * stored values from {@code first} to {@code last}; others have no value. Not to be taken after the modality step: it takes its place.
 *
 * @param label LUT Label, empty when not stated
 * @param explanation LUT Explanation, null when not stated
 * @param unit code of the measurement unit in {@code scheme}, mostly UCUM; null when not stated
 * @param unitMeaning the unit in words, null when not stated
 * @param slope null when there is a table
 * @param intercept null when there is a table
 * @param table name of the table in {@code valueTables}, whose first entry belongs to {@code first}; null when linear
 */
public record RealWorldMapping(
        String label,
        @Nullable String explanation,
        @Nullable String unit,
        @Nullable String scheme,
        @Nullable String unitMeaning,
        double first,
        double last,
        @Nullable Double slope,
        @Nullable Double intercept,
        @Nullable String table) {}
