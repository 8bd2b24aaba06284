// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.media;

/** Elements that only a DICOMDIR is made of (PS3.3 F.3), or that its records alone repeat (F.5). */
final class MediaTag {
    static final int LAST_RECORD = 0x00041202;
    static final int CONSISTENCY_FLAG = 0x00041212;
    static final int NEXT_RECORD = 0x00041400;
    static final int IN_USE = 0x00041410;
    static final int LOWER_RECORDS = 0x00041420;
    static final int SOP_CLASS_IN_FILE = 0x00041510;
    static final int TRANSFER_SYNTAX_IN_FILE = 0x00041512;
    static final int COMPLETION_FLAG = 0x0040A491;
    static final int VERIFICATION_FLAG = 0x0040A493;
    static final int DOSE_SUMMATION_TYPE = 0x3004000A;
    static final int STRUCTURE_SET_LABEL = 0x30060002;
    static final int STRUCTURE_SET_DATE = 0x30060008;
    static final int STRUCTURE_SET_TIME = 0x30060009;
    static final int TREATMENT_DATE = 0x30080250;
    static final int TREATMENT_TIME = 0x30080251;
    static final int RT_PLAN_LABEL = 0x300A0002;
    static final int RT_PLAN_DATE = 0x300A0006;
    static final int RT_PLAN_TIME = 0x300A0007;

    private MediaTag() {}
}
