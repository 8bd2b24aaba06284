// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.Lookups;
import org.wardlight.rendering.codec.Photometric;
import org.wardlight.rendering.colour.ColourProfile.Verdict;
import org.wardlight.rendering.colour.ColourProfiles;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.pixel.FrameKind.Reduction;

/** What a frame's kind says of colour. */
final class Colours {
    private Colours() {}

    /** How stored colour differs from that of tiles, in words; null when it does not. */
    static @Nullable String words(FrameLayout layout, Lookups lookups) {
        List<String> words = new ArrayList<>();
        if (layout.photometric().grey() && lookups.palette() != null) {
            words.add("Supplemental palette: colour from stored value "
                    + lookups.palette().red().first() + " on, below it grey as windowed at first");
        }
        if (reduction(layout, lookups) != null) {
            words.add(layout.bitsStored() + " bits a colour reduced to 8");
        }
        if (lookups.profile() != null) {
            words.add(ColourProfiles.CONVERTED);
        }
        return words.isEmpty() ? null : String.join("; ", words);
    }

    /** Colour of more than eight bits keeps its top eight: no screen may call that exact. */
    static @Nullable Reduction reduction(FrameLayout layout, Lookups lookups) {
        boolean deep = layout.photometric().samples() == 3 && layout.bitsStored() > 8;
        return deep ? new Reduction(0, Math.scalb(1, layout.bitsStored() - 8), false) : null;
    }

    /** A profile that had to be left out, or a palette of a kind that is not applied. */
    static Optional<String> notice(DataSet top, FrameLayout layout) {
        if (layout.photometric().grey()) {
            return top.contains(Tag.ENHANCED_PALETTE_COLOR_LOOKUP_TABLE_SEQUENCE)
                    ? Optional.of("The enhanced palette (C.7.6.23) is not applied: shown as grey")
                    : Optional.empty();
        }
        boolean unusable = ColourProfiles.of(top)
                .filter(profile -> profile.verdict() == Verdict.UNUSABLE)
                .isPresent();
        if (unusable) {
            return Optional.of(ColourProfiles.UNUSABLE);
        }
        boolean alpha = layout.photometric() == Photometric.PALETTE_COLOR && top.contains(Tag.ALPHA_PALETTE_DATA);
        return alpha ? Optional.of("The palette's transparency is not applied") : Optional.empty();
    }
}
