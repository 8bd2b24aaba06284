// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.util.Optional;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.server.cli.CheckRow.Status;

/** Why a sound object has no picture. */
record Absence(Status status, String message) {
    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

    /** Empty when the object has pixel data. */
    static Optional<Absence> of(DicomObject object) {
        if (object.isDirectory()) {
            return Optional.of(new Absence(Status.NO_IMAGE, "DICOMDIR: a table of contents, has no picture."));
        }
        if (object.pixelData().isPresent()) {
            return Optional.empty();
        }
        String sopClass = object.sopClassUid().orElse("");
        if (sopClass.startsWith(STORAGE + "104.")) {
            return Optional.of(new Absence(Status.DOCUMENT, "Encapsulated document (such as PDF): not opened yet."));
        }
        if (sopClass.startsWith(STORAGE + "88.")) {
            return Optional.of(
                    new Absence(Status.DOCUMENT, "Structured report: has no picture, its text is not opened yet."));
        }
        return Optional.of(new Absence(Status.NO_IMAGE, "The object has no pixel data: nothing to show."));
    }
}
