// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.colour.ColourProfile;

/**
 * The lookup tables that a frame needs on its way to the screen. They travel with the frame, since tables of up to 65,536 entries
 * have no place in a study descriptor.
 *
 * @param palette red, green and blue of PALETTE COLOR, null when it is none
 * @param modality from stored to modality values (Modality LUT Sequence), null when a rescale or nothing does that
 * @param voi from modality values to the display (first item of the VOI LUT Sequence), null when there is none
 * @param noValue stored values that are no image, where the frame itself has to know: more than 16 bits, floating-point numbers, or a
 *     Modality LUT, which padding must not go through; else null
 * @param profile what RGB has to go through to be sRGB, null when it is that or nothing is said
 */
public record Lookups(
        @Nullable Palette palette,
        @Nullable LookupTable modality,
        @Nullable LookupTable voi,
        @Nullable NoValue noValue,
        @Nullable ColourProfile profile) {
    public static final Lookups NONE = new Lookups(null, null, null);

    public Lookups(@Nullable Palette palette, @Nullable LookupTable modality, @Nullable LookupTable voi) {
        this(palette, modality, voi, null, null);
    }

    public Lookups(
            @Nullable Palette palette,
            @Nullable LookupTable modality,
            @Nullable LookupTable voi,
            @Nullable NoValue noValue) {
        this(palette, modality, voi, noValue, null);
    }

    /** Float or Double Float Pixel Padding Value and Range Limit (PS3.3 C.7.6.26, C.7.6.27): both ends are padding. */
    public record NoValue(double from, double to) {}

    /** One table a colour (PS3.3 C.7.6.3.1.5). */
    public record Palette(LookupTable red, LookupTable green, LookupTable blue) {}
}
