// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.message;

/** Tags that are used in messages only (PS3.6). */
public final class QueryTag {
    public static final int QUERY_RETRIEVE_LEVEL = 0x00080052;
    public static final int RETRIEVE_AE_TITLE = 0x00080054;
    public static final int INSTANCE_AVAILABILITY = 0x00080056;
    public static final int FAILED_SOP_INSTANCE_UID_LIST = 0x00080058;
    public static final int SOP_CLASSES_IN_STUDY = 0x00080062;
    public static final int TIMEZONE_OFFSET = 0x00080201;
    public static final int TRANSACTION_UID = 0x00081195;
    public static final int FAILURE_REASON = 0x00081197;
    public static final int FAILED_SOP_SEQUENCE = 0x00081198;
    public static final int REFERENCED_SOP_SEQUENCE = 0x00081199;
    public static final int NUMBER_OF_SERIES_RELATED_INSTANCES = 0x00201209;
    public static final int SCHEDULED_PROCEDURE_STEP_SEQUENCE = 0x00400100;
    public static final int SCHEDULED_STATION_AE_TITLE = 0x00400001;
    public static final int SCHEDULED_PROCEDURE_STEP_START_DATE = 0x00400002;
    public static final int SCHEDULED_PROCEDURE_STEP_START_TIME = 0x00400003;
    public static final int SCHEDULED_PERFORMING_PHYSICIAN = 0x00400006;
    public static final int SCHEDULED_PROCEDURE_STEP_DESCRIPTION = 0x00400007;
    public static final int SCHEDULED_PROCEDURE_STEP_ID = 0x00400009;
    public static final int REQUESTED_PROCEDURE_ID = 0x00401001;

    private QueryTag() {}
}
