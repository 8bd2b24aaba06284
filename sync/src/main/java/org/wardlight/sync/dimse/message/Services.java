// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.message;

import java.util.Set;

/** SOP classes of the services that are spoken here (PS3.6 A). */
public final class Services {
    public static final String VERIFICATION = "1.2.840.10008.1.1";
    public static final String STORAGE_COMMITMENT = "1.2.840.10008.1.20.1";
    /** The one instance that all storage commitment goes to. */
    public static final String STORAGE_COMMITMENT_INSTANCE = "1.2.840.10008.1.20.1.1";

    public static final String PATIENT_ROOT_FIND = "1.2.840.10008.5.1.4.1.2.1.1";
    public static final String PATIENT_ROOT_MOVE = "1.2.840.10008.5.1.4.1.2.1.2";
    public static final String PATIENT_ROOT_GET = "1.2.840.10008.5.1.4.1.2.1.3";
    public static final String STUDY_ROOT_FIND = "1.2.840.10008.5.1.4.1.2.2.1";
    public static final String STUDY_ROOT_MOVE = "1.2.840.10008.5.1.4.1.2.2.2";
    public static final String STUDY_ROOT_GET = "1.2.840.10008.5.1.4.1.2.2.3";
    public static final String WORKLIST_FIND = "1.2.840.10008.5.1.4.31";

    private static final String STANDARD = "1.2.840.10008.";
    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

    /** Storage classes outside of the usual branch (PS3.4 GG.3): hanging protocols, palettes, implants, templates, radiotherapy. */
    private static final Set<String> OTHER_STORAGE = Set.of(
            "1.2.840.10008.5.1.4.34.1",
            "1.2.840.10008.5.1.4.34.7",
            "1.2.840.10008.5.1.4.34.10",
            "1.2.840.10008.5.1.4.38.1",
            "1.2.840.10008.5.1.4.39.1",
            "1.2.840.10008.5.1.4.43.1",
            "1.2.840.10008.5.1.4.44.1",
            "1.2.840.10008.5.1.4.45.1");

    private Services() {}

    /** Whether objects of the class are stored by C-STORE: all storage classes of the standard, and makers' own classes. */
    public static boolean isStorage(String sopClass) {
        return sopClass.startsWith(STORAGE) || OTHER_STORAGE.contains(sopClass) || !sopClass.startsWith(STANDARD);
    }
}
