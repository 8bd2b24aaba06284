// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.util.Map;

/** What an object is, in a reader's words (PS3.4 B.5, PS3.6 Table A-1). To name another, add a row. */
public final class SopClass {
    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry(STORAGE + "1", "computed radiography"),
            Map.entry(STORAGE + "1.1", "digital X-ray"),
            Map.entry(STORAGE + "1.1.1", "digital X-ray for processing"),
            Map.entry(STORAGE + "1.2", "mammogram"),
            Map.entry(STORAGE + "1.1.2", "mammogram"),
            Map.entry(STORAGE + "1.1.3", "intra-oral X-ray"),
            Map.entry(STORAGE + "2", "CT image"),
            Map.entry(STORAGE + "2.1", "enhanced CT image"),
            Map.entry(STORAGE + "3.1", "ultrasound cine"),
            Map.entry(STORAGE + "4", "MR image"),
            Map.entry(STORAGE + "4.1", "enhanced MR image"),
            Map.entry(STORAGE + "4.2", "MR spectroscopy"),
            Map.entry(STORAGE + "6.1", "ultrasound image"),
            Map.entry(STORAGE + "7", "secondary capture"),
            Map.entry(STORAGE + "9.1.1", "12-lead ECG"),
            Map.entry(STORAGE + "9.1.2", "general ECG"),
            Map.entry(STORAGE + "9.1.3", "ambulatory ECG"),
            Map.entry(STORAGE + "9.2.1", "haemodynamic waveform"),
            Map.entry(STORAGE + "9.4.1", "voice recording"),
            Map.entry(STORAGE + "11.1", "presentation state (GSPS)"),
            Map.entry(STORAGE + "11.2", "colour presentation state"),
            Map.entry(STORAGE + "20", "nuclear medicine image"),
            Map.entry(STORAGE + "66", "raw data"),
            Map.entry(STORAGE + "66.1", "spatial registration"),
            Map.entry(STORAGE + "66.2", "spatial fiducials"),
            Map.entry(STORAGE + "66.4", "segmentation"),
            Map.entry(STORAGE + "66.5", "surface segmentation"),
            Map.entry(STORAGE + "67", "real-world value mapping"),
            Map.entry(STORAGE + "88.11", "structured report"),
            Map.entry(STORAGE + "88.22", "structured report"),
            Map.entry(STORAGE + "88.33", "structured report"),
            Map.entry(STORAGE + "88.34", "structured report of measurements in 3D"),
            Map.entry(STORAGE + "88.50", "mammography CAD report"),
            Map.entry(STORAGE + "88.59", "key object selection"),
            Map.entry(STORAGE + "88.67", "radiation dose report"),
            Map.entry(STORAGE + "91.1", "microscopy annotations"),
            Map.entry(STORAGE + "104.1", "PDF document"),
            Map.entry(STORAGE + "104.2", "clinical document (CDA)"),
            Map.entry(STORAGE + "104.3", "3D model (STL)"),
            Map.entry(STORAGE + "128", "PET image"),
            Map.entry(STORAGE + "481.1", "radiotherapy image"),
            Map.entry(STORAGE + "481.2", "radiotherapy dose"),
            Map.entry(STORAGE + "481.3", "radiotherapy structures"),
            Map.entry(STORAGE + "481.5", "radiotherapy plan"),
            Map.entry(STORAGE + "481.8", "ion radiotherapy plan"),
            Map.entry("1.2.840.10008.5.1.4.38.1", "hanging protocol"),
            Map.entry("1.2.840.10008.5.1.4.39.1", "colour palette"));

    private SopClass() {}

    /** The class in plain words; for one that has no words here, its UID. */
    public static String name(String uid) {
        String name = NAMES.get(uid);
        if (name != null) {
            return name;
        }
        return uid.isEmpty() ? "object of no stated class" : "object of class " + uid;
    }
}
