// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.util.Optional;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.SopClass;
import org.wardlight.rendering.document.DocumentFacts;
import org.wardlight.rendering.document.Documents;
import org.wardlight.server.cli.CheckRow.Status;

/** Why a sound object has no picture. */
record Absence(Status status, String message) {
    /** Empty when the object has pixel data. A document is opened, so that one that cannot be says so now. */
    static Optional<Absence> of(DicomObject object) throws IOException {
        if (object.isDirectory()) {
            return Optional.of(new Absence(Status.NO_IMAGE, "DICOMDIR: a table of contents, has no picture"));
        }
        if (object.pixelData().isPresent()) {
            return Optional.empty();
        }
        String name = SopClass.name(object.sopClassUid().orElse(""));
        Optional<DocumentFacts> document = Documents.factsOf(object);
        if (document.isEmpty()) {
            return Optional.of(new Absence(Status.NO_IMAGE, name + ": has no pixel data, so no picture"));
        }
        Documents.open(object, 1);
        return Optional.of(new Absence(Status.DOCUMENT, name + ": opened as a document"));
    }
}
