// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.LookupTable;
import org.wardlight.rendering.codec.Lookups;
import org.wardlight.rendering.codec.Photometric;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.measure.Measures;
import org.wardlight.rendering.overlay.Overlays;
import org.wardlight.rendering.pixel.FrameKind.Format;
import org.wardlight.rendering.pixel.FrameKind.Lossy;
import org.wardlight.rendering.pixel.FrameKind.Padding;
import org.wardlight.rendering.pixel.FrameKind.Spacing;
import org.wardlight.rendering.pixel.FrameKind.VoiLut;

/** The kind of one frame, from its attributes. */
final class FrameKinds {
    private static final int SMALL_FRAME = 1024;
    private static final int TILE = 512;
    private static final Set<String> LATERALITIES = Set.of("L", "R", "B");
    private static final Set<String> LOSSY_SYNTAXES = Set.of(
            "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.53", "1.2.840.10008.1.2.4.55");

    private FrameKinds() {}

    static FrameKind of(
            FrameAttributes frame,
            FrameLayout layout,
            Lookups lookups,
            List<VoiLut> luts,
            @Nullable List<Double> orientation,
            Measures measures,
            String syntax) {
        DataSet top = frame.top();
        boolean supplemental = layout.photometric().grey() && lookups.palette() != null;
        boolean grey = layout.photometric().grey() && !supplemental;
        // Behind a Modality LUT tiles hold its output, which is unsigned.
        LookupTable table = lookups.modality();
        OptionalInt gap = ModalityTable.gap(lookups, layout);
        int bits = !grey ? 8 : table == null ? layout.bitsStored() : ModalityTable.bits(table, gap);
        boolean deep = table == null && layout.deep();
        boolean signed = grey && table == null && !deep && layout.signed();
        Format format = !grey ? Format.RGB8 : bits <= 8 ? Format.GREY8 : Format.GREY16;
        boolean lost = ShortTables.modality(top);
        Rescale rescale = (grey || supplemental) && !lost ? Rescale.of(frame, table) : new Rescale(1, 0, null);
        Optional<Spacing> spacing = Spacings.of(frame);
        int tile = Math.max(layout.rows(), layout.columns()) <= SMALL_FRAME ? SMALL_FRAME : TILE;
        return new FrameKind(
                layout.rows(),
                layout.columns(),
                format,
                bits,
                signed,
                !signed ? 0 : format == Format.GREY8 ? 1 << 7 : 1 << 15,
                grey && inverted(top, layout),
                rescale.slope(),
                rescale.intercept(),
                Colours.reduction(layout, lookups),
                rescale.unit(),
                lost ? List.of() : luts,
                (grey || supplemental) && !lost ? Windows.of(frame) : List.of(),
                grey ? padding(top, layout, table != null, gap) : null,
                spacing.orElse(null),
                Spacings.aspect(frame, spacing),
                orientation,
                patientOrientation(top),
                frame.text(Tag.FRAME_OF_REFERENCE_UID),
                laterality(frame),
                view(top),
                lossy(top, syntax),
                tile,
                levels(layout.rows(), layout.columns(), tile),
                Colours.words(layout, lookups),
                notices(frame, layout),
                shutters(frame),
                Overlays.over(top, syntax, layout.rows(), layout.columns(), frame.number()),
                top.string(Tag.ANATOMICAL_ORIENTATION_TYPE)
                        .filter("QUADRUPED"::equals)
                        .isPresent(),
                measures);
    }

    /** From the Frame Display Shutter macro, else the top level (PS3.3 C.7.6.16.2.16, C.7.6.11). */
    private static List<Shutter> shutters(FrameAttributes frame) {
        return Shutters.of(frame.macro(Tag.FRAME_DISPLAY_SHUTTER_SEQUENCE));
    }

    private static List<String> notices(FrameAttributes frame, FrameLayout layout) {
        List<String> notices = new ArrayList<>(Shutters.notices(frame.macro(Tag.FRAME_DISPLAY_SHUTTER_SEQUENCE)));
        Windows.notice(frame).ifPresent(notices::add);
        Colours.notice(frame.top(), layout).ifPresent(notices::add);
        if (layout.photometric().grey()) {
            notices.addAll(ShortTables.notices(frame));
        }
        return List.copyOf(notices);
    }

    /** One inversion, whichever of the two asks for it, or both (docs/decisions: one inversion). */
    private static boolean inverted(DataSet top, FrameLayout layout) {
        return layout.photometric() == Photometric.MONOCHROME1
                || top.string(Tag.PRESENTATION_LUT_SHAPE)
                        .filter("INVERSE"::equals)
                        .isPresent();
    }

    static int levels(int rows, int columns, int tile) {
        int levels = 1;
        for (int edge = Math.max(rows, columns); edge > tile; edge = (edge + 1) / 2) {
            levels++;
        }
        return levels;
    }

    private static @Nullable Padding padding(DataSet top, FrameLayout layout, boolean behindTable, OptionalInt gap) {
        if (behindTable) {
            return gap.isPresent() ? new Padding(gap.getAsInt(), gap.getAsInt()) : null;
        }
        return layout.deep() ? null : padding(top, layout).orElse(null);
    }

    /** Both ends are numbers of the kind that Pixel Representation says, whatever VR they were written with. */
    static Optional<Padding> padding(DataSet top, FrameLayout layout) {
        int[] value = top.integers(Tag.PIXEL_PADDING_VALUE);
        if (value.length == 0) {
            return Optional.empty();
        }
        int[] limit = top.integers(Tag.PIXEL_PADDING_RANGE_LIMIT);
        int from = asPixel(value[0], layout);
        int to = limit.length == 0 ? from : asPixel(limit[0], layout);
        return Optional.of(new Padding(Math.min(from, to), Math.max(from, to)));
    }

    private static int asPixel(int value, FrameLayout layout) {
        return layout.signed() ? (short) value : value & 0xFFFF;
    }

    private static @Nullable List<String> patientOrientation(DataSet top) {
        List<String> both = top.strings(Tag.PATIENT_ORIENTATION);
        return both.size() == 2 && both.stream().noneMatch(String::isBlank) ? List.copyOf(both) : null;
    }

    private static @Nullable String laterality(FrameAttributes frame) {
        return frame.macro(Tag.FRAME_ANATOMY_SEQUENCE)
                .string(Tag.FRAME_LATERALITY)
                .or(() -> frame.top().string(Tag.IMAGE_LATERALITY))
                .or(() -> frame.top().string(Tag.LATERALITY))
                .filter(LATERALITIES::contains)
                .orElse(null);
    }

    private static @Nullable String view(DataSet top) {
        List<String> type = top.strings(Tag.IMAGE_TYPE);
        if (top.contains(Tag.TOTAL_PIXEL_MATRIX_ROWS) && type.size() > 2) {
            // A slide comes with pictures of its label and of the whole glass (PS3.3 C.8.12.4.1.1).
            switch (type.get(2)) {
                case "LABEL":
                    return "Label";
                case "OVERVIEW":
                    return "Overview";
                default:
                    break;
            }
        }
        return top.string(Tag.VIEW_POSITION)
                .or(() -> top.item(Tag.VIEW_CODE_SEQUENCE).flatMap(code -> code.string(Tag.CODE_MEANING)))
                .orElse(null);
    }

    /** A lossy transfer syntax is lossy even when the header does not admit it. */
    private static @Nullable Lossy lossy(DataSet top, String syntax) {
        boolean admitted =
                top.string(Tag.LOSSY_IMAGE_COMPRESSION).filter("01"::equals).isPresent();
        if (!admitted
                && !LOSSY_SYNTAXES.contains(syntax)
                && !TransferSyntax.of(syntax).isVideo()) {
            return null;
        }
        List<Double> ratios = Arrays.stream(top.decimals(Tag.LOSSY_IMAGE_COMPRESSION_RATIO))
                .boxed()
                .toList();
        List<String> methods = top.strings(Tag.LOSSY_IMAGE_COMPRESSION_METHOD).stream()
                .filter(method -> !method.isBlank())
                .toList();
        return new Lossy(ratios, methods);
    }
}
