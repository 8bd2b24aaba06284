// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.util.Optional;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.SopClass;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.document.DocumentFacts;
import org.wardlight.rendering.document.Documents;
import org.wardlight.server.cli.CheckRow.Status;

/** Why a sound object has no picture. */
record Absence(Status status, String message) {
    private static String reason(DicomObject object) {
        if (object.data().contains(Tag.ENCAPSULATED_DOCUMENT)) {
            return ": its document is empty";
        }
        return SopClass.kind(object.sopClassUid().orElse(""))
                .map(kind -> switch (kind) {
                    case AUDIO -> ": sound, which is not played here";
                    case DATA -> ": numbers for programs, has no picture";
                    default -> ": has no pixel data, so no picture";
                })
                .orElse(": has no pixel data, so no picture");
    }

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
            return Optional.of(new Absence(Status.NO_IMAGE, name + reason(object)));
        }
        Documents.open(object, 1);
        return Optional.of(new Absence(Status.DOCUMENT, name + ": opened as a document"));
    }
}
