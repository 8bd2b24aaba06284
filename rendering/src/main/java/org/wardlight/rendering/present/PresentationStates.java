// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.present;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.codec.LookupTable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.SopClass;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.pixel.FrameKind.Window;
import org.wardlight.rendering.pixel.LookupTables;
import org.wardlight.rendering.pixel.Shutters;
import org.wardlight.rendering.pixel.Windows;
import org.wardlight.rendering.present.PresentationState.Area;
import org.wardlight.rendering.present.PresentationState.GraphicLayer;
import org.wardlight.rendering.present.PresentationState.Modality;
import org.wardlight.rendering.present.PresentationState.VoiStep;

/** Reads softcopy presentation states: greyscale, colour without its own profile, pseudo-colour (PS3.3 A.33.1 to A.33.3). Pure. */
public final class PresentationStates {
    private static final String GREYSCALE = "1.2.840.10008.5.1.4.1.1.11.1";
    private static final String COLOUR = "1.2.840.10008.5.1.4.1.1.11.2";
    private static final String PSEUDO_COLOUR = "1.2.840.10008.5.1.4.1.1.11.3";
    private static final Set<String> SHOWN = Set.of(GREYSCALE, COLOUR, PSEUDO_COLOUR);

    private PresentationStates() {}

    /** Whether objects of this class are read. */
    public static boolean reads(String sopClass) {
        return SHOWN.contains(sopClass);
    }

    /**
     * Reads one.
     *
     * @throws Unsupported when the object is another thing, or a presentation state of a class that is not shown
     * @throws MalformedDicom when a table in it is broken
     */
    public static PresentationState of(DicomObject object) {
        String sopClass = object.sopClassUid().orElse("");
        if (!reads(sopClass)) {
            throw new Unsupported(SopClass.name(sopClass) + ": presentation state not shown");
        }
        DataSet data = object.data();
        boolean colour = sopClass.equals(COLOUR);
        boolean pseudo = sopClass.equals(PSEUDO_COLOUR);
        // Its palette comes in place of a Presentation LUT (A.33.3).
        LookupTable table = colour || pseudo
                ? null
                : data.item(Tag.PRESENTATION_LUT_SEQUENCE)
                        .flatMap(item -> LookupTables.item(item, false))
                        .orElse(null);
        return new PresentationState(
                object.sopInstanceUid().orElse(""),
                data.string(Tag.CONTENT_LABEL).orElse(""),
                data.string(Tag.CONTENT_DESCRIPTION).orElse(""),
                data.personName(Tag.CONTENT_CREATOR_NAME)
                        .map(name -> name.best().replace('^', ' ').trim())
                        .orElse(""),
                created(data),
                references(data),
                colour ? null : modality(data),
                colour ? List.of() : vois(data),
                !pseudo
                        && data.string(Tag.PRESENTATION_LUT_SHAPE)
                                .filter("INVERSE"::equals)
                                .isPresent(),
                table,
                colour,
                pseudo ? PseudoColour.levels(data) : null,
                Shutters.of(data),
                areas(data),
                Math.floorMod(data.integer(Tag.IMAGE_ROTATION).orElse(0) / 90 * 90, 360),
                data.string(Tag.IMAGE_HORIZONTAL_FLIP).filter("Y"::equals).isPresent(),
                layers(data),
                Annotations.of(data),
                notices(data));
    }

    private static String created(DataSet data) {
        String date = data.string(Tag.PRESENTATION_CREATION_DATE).orElse("");
        String time = data.string(Tag.PRESENTATION_CREATION_TIME).orElse("");
        if (!date.matches("[0-9]{8}")) {
            return "";
        }
        String day = date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6);
        return time.matches("[0-9]{4}.*") ? day + "T" + time.substring(0, 2) + ":" + time.substring(2, 4) : day;
    }

    private static List<Reference> references(DataSet data) {
        List<Reference> references = new ArrayList<>();
        for (DataSet series : data.items(Tag.REFERENCED_SERIES_SEQUENCE)) {
            references.addAll(Reference.in(series, Tag.REFERENCED_IMAGE_SEQUENCE));
        }
        return List.copyOf(references);
    }

    private static @Nullable Modality modality(DataSet data) {
        Optional<LookupTable> table =
                data.item(Tag.MODALITY_LUT_SEQUENCE).flatMap(item -> LookupTables.item(item, false));
        if (table.isPresent()) {
            return new Modality(1, 0, table.get());
        }
        if (!data.contains(Tag.RESCALE_SLOPE)) {
            return null;
        }
        double slope = data.decimal(Tag.RESCALE_SLOPE).orElse(1);
        return new Modality(
                slope == 0 ? 1 : slope, data.decimal(Tag.RESCALE_INTERCEPT).orElse(0), null);
    }

    private static List<VoiStep> vois(DataSet data) {
        List<VoiStep> steps = new ArrayList<>();
        for (DataSet item : data.items(Tag.SOFTCOPY_VOI_LUT_SEQUENCE)) {
            LookupTable table = item.item(Tag.VOI_LUT_SEQUENCE)
                    .flatMap(lut -> LookupTables.item(lut, false))
                    .orElse(null);
            Window window = Windows.in(item).stream().findFirst().orElse(null);
            if (table != null || window != null) {
                steps.add(new VoiStep(Reference.in(item, Tag.REFERENCED_IMAGE_SEQUENCE), window, table));
            }
        }
        return List.copyOf(steps);
    }

    private static List<Area> areas(DataSet data) {
        List<Area> areas = new ArrayList<>();
        for (DataSet item : data.items(Tag.DISPLAYED_AREA_SELECTION_SEQUENCE)) {
            int[] one = item.integers(Tag.DISPLAYED_AREA_TOP_LEFT_HAND_CORNER);
            int[] other = item.integers(Tag.DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER);
            if (one.length == 2 && other.length == 2) {
                var magnification = item.decimal(Tag.PRESENTATION_PIXEL_MAGNIFICATION_RATIO);
                double[] spacing = item.decimals(Tag.PRESENTATION_PIXEL_SPACING);
                // The corners are those after rotation and flip, in columns and rows of the image as it is.
                areas.add(new Area(
                        Reference.in(item, Tag.REFERENCED_IMAGE_SEQUENCE),
                        Math.min(one[0], other[0]),
                        Math.min(one[1], other[1]),
                        Math.max(one[0], other[0]),
                        Math.max(one[1], other[1]),
                        item.string(Tag.PRESENTATION_SIZE_MODE).orElse("SCALE TO FIT"),
                        spacing.length == 2 && spacing[0] > 0 && spacing[1] > 0
                                ? List.of(spacing[0], spacing[1])
                                : null,
                        magnification.isPresent() && magnification.getAsDouble() > 0
                                ? magnification.getAsDouble()
                                : null));
            }
        }
        return List.copyOf(areas);
    }

    private static List<GraphicLayer> layers(DataSet data) {
        List<GraphicLayer> layers = new ArrayList<>();
        for (DataSet item : data.items(Tag.GRAPHIC_LAYER_SEQUENCE)) {
            layers.add(new GraphicLayer(
                    item.string(Tag.GRAPHIC_LAYER).orElse(""),
                    item.integer(Tag.GRAPHIC_LAYER_ORDER).orElse(0),
                    color(item),
                    item.string(Tag.GRAPHIC_LAYER_DESCRIPTION).orElse("")));
        }
        return List.copyOf(layers);
    }

    private static String color(DataSet item) {
        int[] lab = item.integers(Tag.GRAPHIC_LAYER_RECOMMENDED_DISPLAY_CIELAB_VALUE);
        if (lab.length == 3) {
            return CieLab.hex(lab[0] & 0xFFFF, lab[1] & 0xFFFF, lab[2] & 0xFFFF);
        }
        var grey = item.integer(Tag.GRAPHIC_LAYER_RECOMMENDED_DISPLAY_GRAYSCALE_VALUE);
        // White unless said otherwise; black would not be seen on most images.
        return grey.isPresent() ? CieLab.grey(grey.getAsInt()) : "#ffffff";
    }

    private static List<String> notices(DataSet data) {
        return Shutters.notices(data);
    }
}
