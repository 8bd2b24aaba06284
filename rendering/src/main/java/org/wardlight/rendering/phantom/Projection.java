// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;

/** What digital films have in common: the DX modules that mammograms share (PS3.3 C.8.11). */
final class Projection {
    private static final int DETECTOR_TYPE = 0x00187004;
    private static final int ACQUISITION_CONTEXT = 0x00400555;
    private static final int VIEW_MODIFIER = 0x00540222;

    private Projection() {}

    /**
     * A film that is processed for presentation.
     *
     * @param row where the row's end points in the patient, {@code column} where the column's does
     * @param pixel millimetres on the detector
     */
    static DataSetBuilder film(DataSetBuilder builder, String row, String column, double pixel, String photometric) {
        boolean inverse = photometric.equals("MONOCHROME1");
        return builder.string(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "")
                .string(Tag.PRESENTATION_INTENT_TYPE, "FOR PRESENTATION")
                .string(Tag.PATIENT_ORIENTATION, row, column)
                .decimal(Tag.IMAGER_PIXEL_SPACING, pixel, pixel)
                .string(DETECTOR_TYPE, Vr.CS, "SCINTILLATOR")
                .string(Tag.PIXEL_INTENSITY_RELATIONSHIP, "LOG")
                .integer(Tag.PIXEL_INTENSITY_RELATIONSHIP_SIGN, inverse ? 1 : -1)
                .decimal(Tag.RESCALE_INTERCEPT, 0)
                .decimal(Tag.RESCALE_SLOPE, 1)
                .string(Tag.RESCALE_TYPE, "US")
                .string(Tag.PRESENTATION_LUT_SHAPE, inverse ? "INVERSE" : "IDENTITY")
                .string(Tag.LOSSY_IMAGE_COMPRESSION, "00")
                .items(ACQUISITION_CONTEXT);
    }

    /** Anatomy and view as SNOMED CT codes. */
    static DataSetBuilder view(DataSetBuilder builder, DataSet anatomy, DataSet view) {
        DataSet full = view.toBuilder().items(VIEW_MODIFIER).build();
        return builder.items(Tag.ANATOMIC_REGION_SEQUENCE, anatomy).items(Tag.VIEW_CODE_SEQUENCE, full);
    }
}
