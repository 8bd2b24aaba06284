// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.colour;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * An ICC profile (0028,2000) and its way to sRGB. Judged by what it does: one that moves no colour by more than a step or two of 255 is sRGB,
 * whatever its name, and its pixels stay as they are. Thread-safe.
 */
public final class ColourProfile {
    /** What can be done with the profile of an object. */
    public enum Verdict {
        /** Pixels are converted. */
        CONVERTED,
        /** It is sRGB, or as good as. */
        SAME,
        /** It cannot be read or is not one of RGB. */
        UNUSABLE
    }

    /** Rounding of others' versions of sRGB. */
    private static final int SAME_STEPS = 2;

    private static final int GRID = 9;

    private final Verdict verdict;
    private final @Nullable ICC_Profile profile;
    /** Transforms that no thread is using: a JDK transform serves one at a time. */
    private final ConcurrentLinkedQueue<ColorConvertOp> idle = new ConcurrentLinkedQueue<>();

    private ColourProfile(@Nullable ICC_Profile profile, Verdict verdict) {
        this.profile = profile;
        this.verdict = verdict;
    }

    /** Reads a profile; one that is broken is {@link Verdict#UNUSABLE}, never an exception. */
    static ColourProfile of(byte[] bytes) {
        Optional<ICC_Profile> read = read(bytes);
        if (read.isEmpty()) {
            return new ColourProfile(null, Verdict.UNUSABLE);
        }
        ColourProfile converting = new ColourProfile(read.get(), Verdict.CONVERTED);
        try {
            return converting.movesColours() ? converting : new ColourProfile(null, Verdict.SAME);
        } catch (CMMException | IllegalArgumentException broken) {
            return new ColourProfile(null, Verdict.UNUSABLE);
        }
    }

    /** The colour management asks the system's own name of it first, which a hostile file could choose: only the tables count. */
    private static Optional<ICC_Profile> read(byte[] bytes) {
        try {
            ICC_Profile profile = ICC_Profile.getInstance(bytes);
            boolean rgb = profile.getColorSpaceType() == ColorSpace.TYPE_RGB && profile.getNumComponents() == 3;
            return rgb ? Optional.of(profile) : Optional.empty();
        } catch (CMMException | IllegalArgumentException | ArrayIndexOutOfBoundsException broken) {
            return Optional.empty();
        }
    }

    public Verdict verdict() {
        return verdict;
    }

    /** Turns RGB of eight bits, interleaved, into sRGB in place. Does nothing unless the verdict is {@link Verdict#CONVERTED}. */
    public void toSrgb(byte[] rgb) {
        if (profile == null || rgb.length == 0) {
            return;
        }
        ColorConvertOp op = idle.poll();
        if (op == null) {
            op = new ColorConvertOp(new ICC_ColorSpace(profile), ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
        }
        convert(op, rgb);
        idle.add(op);
    }

    /** In strips, so that no second frame is held. */
    private static void convert(ColorConvertOp op, byte[] rgb) {
        int strip = 1 << 16;
        byte[] part = new byte[Math.min(rgb.length, 3 * strip)];
        for (int from = 0; from < rgb.length; from += part.length) {
            int length = Math.min(part.length, rgb.length - from);
            System.arraycopy(rgb, from, part, 0, length);
            WritableRaster raster = raster(part, length / 3);
            op.filter(raster, raster);
            System.arraycopy(part, 0, rgb, from, length);
        }
    }

    private static WritableRaster raster(byte[] part, int pixels) {
        return Raster.createInterleavedRaster(
                new DataBufferByte(part, part.length), pixels, 1, 3 * pixels, 3, new int[] {0, 1, 2}, null);
    }

    private boolean movesColours() {
        byte[] grid = new byte[GRID * GRID * GRID * 3];
        for (int i = 0; i < grid.length / 3; i++) {
            grid[3 * i] = (byte) (i % GRID * 255 / (GRID - 1));
            grid[3 * i + 1] = (byte) (i / GRID % GRID * 255 / (GRID - 1));
            grid[3 * i + 2] = (byte) (i / GRID / GRID * 255 / (GRID - 1));
        }
        byte[] moved = grid.clone();
        toSrgb(moved);
        for (int i = 0; i < grid.length; i++) {
            if (Math.abs((moved[i] & 0xFF) - (grid[i] & 0xFF)) > SAME_STEPS) {
                return true;
            }
        }
        return false;
    }
}
