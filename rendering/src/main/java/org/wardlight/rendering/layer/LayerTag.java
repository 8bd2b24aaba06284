// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

/** Attributes that only layers have (PS3.6 6). */
final class LayerTag {
    static final int DERIVATION_IMAGE_SEQUENCE = 0x00089124;
    static final int SEGMENTATION_TYPE = 0x00620001;
    static final int SEGMENT_IDENTIFICATION_SEQUENCE = 0x0062000A;
    static final int REFERENCED_SEGMENT_NUMBER = 0x0062000B;
    static final int RECOMMENDED_DISPLAY_CIELAB_VALUE = 0x0062000D;
    static final int MAXIMUM_FRACTIONAL_VALUE = 0x0062000E;
    static final int DOSE_UNITS = 0x30040002;
    static final int DOSE_TYPE = 0x30040004;
    static final int DOSE_SUMMATION_TYPE = 0x3004000A;
    static final int GRID_FRAME_OFFSET_VECTOR = 0x3004000C;
    static final int DOSE_GRID_SCALING = 0x3004000E;
    static final int STRUCTURE_SET_LABEL = 0x30060002;
    static final int REFERENCED_FRAME_OF_REFERENCE_SEQUENCE = 0x30060010;
    static final int RT_REFERENCED_STUDY_SEQUENCE = 0x30060012;
    static final int RT_REFERENCED_SERIES_SEQUENCE = 0x30060014;
    static final int CONTOUR_IMAGE_SEQUENCE = 0x30060016;
    static final int ROI_NUMBER = 0x30060022;
    static final int REFERENCED_FRAME_OF_REFERENCE_UID = 0x30060024;
    static final int ROI_NAME = 0x30060026;
    static final int ROI_DISPLAY_COLOR = 0x3006002A;
    static final int ROI_CONTOUR_SEQUENCE = 0x30060039;
    static final int CONTOUR_SEQUENCE = 0x30060040;
    static final int CONTOUR_GEOMETRIC_TYPE = 0x30060042;
    static final int CONTOUR_DATA = 0x30060050;
    static final int REFERENCED_ROI_NUMBER = 0x30060084;

    private LayerTag() {}
}
