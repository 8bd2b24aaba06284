// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.util.Locale;
import java.util.Optional;

/** Photometric Interpretation (PS3.3 C.7.6.3.1.2): what the samples of a pixel stand for. */
public enum Photometric {
    MONOCHROME1(1),
    MONOCHROME2(1),
    PALETTE_COLOR(1),
    RGB(3),
    YBR_FULL(3),
    YBR_FULL_422(3),
    YBR_PARTIAL_422(3),
    YBR_PARTIAL_420(3),
    YBR_ICT(3),
    YBR_RCT(3);

    private final int samples;

    Photometric(int samples) {
        this.samples = samples;
    }

    /** Samples that one pixel has: 1 or 3. */
    public int samples() {
        return samples;
    }

    /** The term as it stands in (0028,0004); unknown and retired terms are empty. */
    public static Optional<Photometric> of(String term) {
        String name = term.trim().toUpperCase(Locale.ROOT).replace(' ', '_');
        for (Photometric each : values()) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Whether native pixels come in pairs that share their chroma: Y1 Y2 CB CR. */
    public boolean paired() {
        return this == YBR_FULL_422 || this == YBR_PARTIAL_422;
    }

    /** The same colours once every pixel has chroma of its own. */
    public Photometric fullChroma() {
        return this == YBR_FULL_422 ? YBR_FULL : this;
    }

    /** Whether a pixel is one grey value. */
    public boolean grey() {
        return this == MONOCHROME1 || this == MONOCHROME2;
    }

    /** The term as DICOM writes it. */
    public String term() {
        return this == PALETTE_COLOR ? "PALETTE COLOR" : name();
    }
}
