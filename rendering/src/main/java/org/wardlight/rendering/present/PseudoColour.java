// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.present;

import java.util.Optional;
import org.wardlight.rendering.codec.LookupTable;
import org.wardlight.rendering.codec.Lookups.Palette;
import org.wardlight.rendering.colour.ColourProfile;
import org.wardlight.rendering.colour.ColourProfile.Verdict;
import org.wardlight.rendering.colour.ColourProfiles;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.pixel.LookupTables;
import org.wardlight.rendering.pixel.ScreenImage;

/**
 * The last step of a pseudo-colour presentation state (PS3.3 A.33.3, PS3.4 N.2.4): the whole range of the grey that its VOI step gives is spread
 * over the entries of its palette, in 256 steps, and goes through its ICC profile to sRGB.
 */
public final class PseudoColour {
    private static final int LEVELS = 256;

    private PseudoColour() {}

    /**
     * Red, green and blue of each grey level from 0 to 255.
     *
     * @throws org.wardlight.rendering.RenderingException.MalformedDicom when a table is missing or broken
     */
    static byte[] levels(DataSet state) {
        Palette palette = LookupTables.palette(state);
        byte[] out = new byte[3 * LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            out[3 * level] = entry(palette.red(), level);
            out[3 * level + 1] = entry(palette.green(), level);
            out[3 * level + 2] = entry(palette.blue(), level);
        }
        Optional<ColourProfile> profile = ColourProfiles.of(state).filter(each -> each.verdict() == Verdict.CONVERTED);
        profile.ifPresent(each -> each.toSrgb(out));
        return out;
    }

    private static byte entry(LookupTable table, int level) {
        int last = table.entries().length - 1;
        int entry = table.entries()[(int) Math.round(level * (double) last / (LEVELS - 1))];
        return (byte) (table.bits() > 8 ? entry >> 8 : entry);
    }

    /** A grey picture in the colours of a state; any other picture as it is. */
    public static ScreenImage over(ScreenImage grey, PresentationState state) {
        byte[] levels = state.levels();
        if (grey.colour() || levels == null) {
            return grey;
        }
        byte[] out = new byte[3 * grey.pixels().length];
        for (int i = 0; i < grey.pixels().length; i++) {
            System.arraycopy(levels, 3 * (grey.pixels()[i] & 0xFF), out, 3 * i, 3);
        }
        return new ScreenImage(grey.rows(), grey.columns(), 3, out);
    }
}
