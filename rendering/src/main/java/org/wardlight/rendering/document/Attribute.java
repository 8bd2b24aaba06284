// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

/** Tags that only documents use (PS3.6 6), in tag order. */
final class Attribute {
    static final int REFERENCED_SOP_SEQUENCE = 0x00081199;
    static final int REFERENCED_FRAME_NUMBER = 0x00081160;
    static final int REFERENCED_SOP_CLASS_UID = 0x00081150;
    static final int CHANNEL_COUNT = 0x003A0005;
    static final int SAMPLE_COUNT = 0x003A0010;
    static final int SAMPLING_FREQUENCY = 0x003A001A;
    static final int MULTIPLEX_GROUP_LABEL = 0x003A0020;
    static final int CHANNEL_DEFINITION_SEQUENCE = 0x003A0200;
    static final int CHANNEL_LABEL = 0x003A0203;
    static final int CHANNEL_SOURCE_SEQUENCE = 0x003A0208;
    static final int CHANNEL_SENSITIVITY = 0x003A0210;
    static final int CHANNEL_SENSITIVITY_UNITS_SEQUENCE = 0x003A0211;
    static final int CHANNEL_CORRECTION_FACTOR = 0x003A0212;
    static final int CHANNEL_BASELINE = 0x003A0213;
    static final int FILTER_LOW_FREQUENCY = 0x003A0220;
    static final int FILTER_HIGH_FREQUENCY = 0x003A0221;
    static final int NOTCH_FILTER_FREQUENCY = 0x003A0222;
    static final int MEASUREMENT_UNITS_CODE_SEQUENCE = 0x004008EA;
    static final int RELATIONSHIP_TYPE = 0x0040A010;
    static final int VERIFYING_ORGANIZATION = 0x0040A027;
    static final int VERIFICATION_DATE_TIME = 0x0040A030;
    static final int VALUE_TYPE = 0x0040A040;
    static final int VERIFYING_OBSERVER_SEQUENCE = 0x0040A073;
    static final int VERIFYING_OBSERVER_NAME = 0x0040A075;
    static final int REFERENCED_WAVEFORM_CHANNELS = 0x0040A0B0;
    static final int DATE_TIME = 0x0040A120;
    static final int DATE = 0x0040A121;
    static final int TIME = 0x0040A122;
    static final int PERSON_NAME = 0x0040A123;
    static final int UID = 0x0040A124;
    static final int TEMPORAL_RANGE_TYPE = 0x0040A130;
    static final int REFERENCED_SAMPLE_POSITIONS = 0x0040A132;
    static final int REFERENCED_TIME_OFFSETS = 0x0040A138;
    static final int REFERENCED_DATE_TIME = 0x0040A13A;
    static final int TEXT_VALUE = 0x0040A160;
    static final int CONCEPT_CODE_SEQUENCE = 0x0040A168;
    static final int MEASURED_VALUE_SEQUENCE = 0x0040A300;
    static final int NUMERIC_VALUE_QUALIFIER_CODE_SEQUENCE = 0x0040A301;
    static final int NUMERIC_VALUE = 0x0040A30A;
    static final int PREDECESSOR_DOCUMENTS_SEQUENCE = 0x0040A360;
    static final int COMPLETION_FLAG = 0x0040A491;
    static final int COMPLETION_FLAG_DESCRIPTION = 0x0040A492;
    static final int VERIFICATION_FLAG = 0x0040A493;
    static final int PRELIMINARY_FLAG = 0x0040A496;
    static final int WAVEFORM_ANNOTATION_SEQUENCE = 0x0040B020;
    static final int REFERENCED_CONTENT_ITEM_IDENTIFIER = 0x0040DB73;
    static final int ENCAPSULATED_DOCUMENT_LENGTH = 0x00420015;
    static final int SEGMENT_NUMBER = 0x0062000B;
    static final int UNFORMATTED_TEXT_VALUE = 0x00700006;
    static final int GRAPHIC_DATA = 0x00700022;
    static final int GRAPHIC_TYPE = 0x00700023;
    static final int PLAN_LABEL = 0x300A0002;
    static final int FRACTION_GROUP_SEQUENCE = 0x300A0070;
    static final int WAVEFORM_BITS_ALLOCATED = 0x54001004;
    static final int WAVEFORM_SAMPLE_INTERPRETATION = 0x54001006;
    static final int WAVEFORM_PADDING_VALUE = 0x5400100A;
    static final int WAVEFORM_DATA = 0x54001010;

    private Attribute() {}
}
