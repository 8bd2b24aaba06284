// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.util.Optional;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.SopClass;
import org.wardlight.server.cli.CheckRow.Status;

/** Why a sound object has no picture. */
record Absence(Status status, String message) {
    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

    /** Empty when the object has pixel data. */
    static Optional<Absence> of(DicomObject object) {
        if (object.isDirectory()) {
            return Optional.of(new Absence(Status.NO_IMAGE, "DICOMDIR: a table of contents, has no picture"));
        }
        if (object.pixelData().isPresent()) {
            return Optional.empty();
        }
        String uid = object.sopClassUid().orElse("");
        boolean isDocument = uid.startsWith(STORAGE + "104.") || uid.startsWith(STORAGE + "88.");
        String name = SopClass.name(uid);
        return Optional.of(
                isDocument
                        ? new Absence(Status.DOCUMENT, name + ": has no picture, its text is not opened yet")
                        : new Absence(Status.NO_IMAGE, name + ": has no pixel data, so no picture"));
    }
}
