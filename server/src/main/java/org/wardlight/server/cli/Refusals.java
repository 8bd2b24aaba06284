// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.util.Map;
import java.util.Optional;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Tag;

/** Why an object that could be read would be turned away by an import all the same. */
final class Refusals {
    private static final Map<Integer, String> NAMES = Map.of(
            Tag.STUDY_INSTANCE_UID, "Study Instance UID",
            Tag.SERIES_INSTANCE_UID, "Series Instance UID",
            Tag.SOP_INSTANCE_UID, "SOP Instance UID");

    private Refusals() {}

    /** In words; empty when nothing speaks against it. What is absent does not count: a file can be looked at alone. */
    static Optional<String> of(DicomObject object) {
        DataSet data = object.data();
        if (object.isDirectory()) {
            return data.items(Tag.DIRECTORY_RECORD_SEQUENCE).stream().anyMatch(Refusals::leadsOut)
                    ? Optional.of(
                            "a DICOMDIR whose Referenced File ID (0004,1500) leads out of its medium: not followed")
                    : Optional.empty();
        }
        return NAMES.keySet().stream()
                .sorted()
                .filter(tag -> data.string(tag).filter(Refusals::isPath).isPresent())
                .findFirst()
                .map(tag -> NAMES.get(tag) + " " + Tag.format(tag) + " is no UID but a path");
    }

    /** Other faults in a UID keep an object from a catalog, not from being looked at alone. */
    private static boolean isPath(String uid) {
        return uid.contains("/") || uid.contains("..");
    }

    private static boolean leadsOut(DataSet item) {
        return item.strings(Tag.REFERENCED_FILE_ID).stream()
                .anyMatch(name -> name.equals("..") || name.contains("/") || name.contains(":"));
    }
}
