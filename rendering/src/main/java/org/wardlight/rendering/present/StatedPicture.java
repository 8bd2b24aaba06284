// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.present;

import java.awt.image.BufferedImage;
import org.wardlight.rendering.codec.Lookups.NoValue;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.overlay.OverlayMask;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.FrameKind.Padding;
import org.wardlight.rendering.pixel.FrameKind.Reduction;
import org.wardlight.rendering.pixel.Reductions;
import org.wardlight.rendering.pixel.ScreenImage;
import org.wardlight.rendering.pixel.Shutters;

/** One frame as a presentation state shows it, for a file. Pure. */
public final class StatedPicture {
    private StatedPicture() {}

    /** The frame as the state says, in its colours where it has some; what is colour stays as {@code plain} has it. */
    public static ScreenImage presented(
            PresentationState state,
            DicomObject object,
            StoredFrame stored,
            FrameKind kind,
            int frame,
            ScreenImage plain) {
        return PseudoColour.over(grey(state, object, stored, kind, frame, plain), state);
    }

    private static ScreenImage grey(
            PresentationState state,
            DicomObject object,
            StoredFrame stored,
            FrameKind kind,
            int frame,
            ScreenImage plain) {
        if (state.colour() || plain.colour()) {
            return plain;
        }
        String image = object.sopInstanceUid().orElse("");
        if (stored.layout().deep()) {
            Reduction line = Reductions.settle(kind, stored).reduction();
            double low = line == null ? 0 : line.base();
            double high = line == null ? 1 : low + 0xFFFF * line.step();
            return new SoftcopyScale(state, image, frame, low, high).render(stored, null);
        }
        NoValue none = stored.lookups().noValue();
        Padding padding = none == null ? kind.padding() : new Padding((int) none.from(), (int) none.to());
        return new SoftcopyScale(state, image, frame, stored.layout()).render(stored, padding);
    }

    /**
     * Shutters, bitmaps, turn, flip, graphics and texts.
     *
     * @param data the state's own data set, which holds its bitmaps
     */
    public static BufferedImage over(
            ScreenImage screen, PresentationState state, DataSet data, DicomObject object, FrameKind kind, int frame) {
        ScreenImage shown = Shutters.apply(screen, state.shutters(), kind.pixelAspect());
        for (StateBitmaps.Bitmap one :
                StateBitmaps.of(data, state, object.data(), true, screen.rows(), screen.columns(), frame)) {
            shown = filled(shown, one.mask(), one.argb());
        }
        return GraphicPainter.paint(
                buffered(shown), state, object.sopInstanceUid().orElse(""), frame);
    }

    /** In colour when the bitmap is; red, green, blue. */
    public static ScreenImage filled(ScreenImage image, OverlayMask mask, int rgb) {
        boolean grey = !image.colour() && (rgb & 0xFFFFFF) == 0x010101 * (rgb & 0xFF);
        int samples = grey ? 1 : 3;
        byte[] out = new byte[image.rows() * image.columns() * samples];
        for (int at = 0; at < out.length; at++) {
            int pixel = at / samples;
            int shift = grey ? 0 : 8 * (2 - at % 3);
            boolean set = mask.at(pixel / image.columns(), pixel % image.columns());
            out[at] = set ? (byte) (rgb >> shift) : image.pixels()[image.colour() ? at : pixel];
        }
        return new ScreenImage(image.rows(), image.columns(), samples, out);
    }

    /** Screen values as Java's own pictures. */
    public static BufferedImage buffered(ScreenImage screen) {
        int type = screen.colour() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY;
        BufferedImage picture = new BufferedImage(screen.columns(), screen.rows(), type);
        if (!screen.colour()) {
            picture.getRaster().setDataElements(0, 0, screen.columns(), screen.rows(), screen.pixels());
            return picture;
        }
        byte[] samples = screen.pixels();
        int[] row = new int[screen.columns()];
        for (int y = 0, at = 0; y < screen.rows(); y++) {
            for (int x = 0; x < row.length; x++, at += 3) {
                row[x] = (samples[at] & 0xFF) << 16 | (samples[at + 1] & 0xFF) << 8 | (samples[at + 2] & 0xFF);
            }
            picture.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return picture;
    }
}
