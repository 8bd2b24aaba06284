// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.present;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Tag;

/**
 * A key object selection (PS3.3 A.35.4): images that somebody marked, and why.
 *
 * @param title the document's title, such as "For Referring Provider"
 * @param description its text, empty when it has none
 * @param references what it marks, in its order
 */
public record KeyObjects(String title, String description, List<Reference> references) {
    private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.88.59";

    /** Whether objects of this class are read. */
    public static boolean reads(String sopClass) {
        return SOP_CLASS.equals(sopClass);
    }

    /** Reads one; images are those of its content, else those of its evidence. */
    public static KeyObjects of(DicomObject object) {
        DataSet data = object.data();
        List<Reference> references = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (DataSet item : data.items(Tag.CONTENT_SEQUENCE)) {
            references.addAll(Reference.in(item, Tag.REFERENCED_SOP_SEQUENCE));
            item.string(Tag.TEXT_VALUE)
                    .ifPresent(
                            value -> text.append(text.length() == 0 ? "" : "\n").append(value));
        }
        if (references.isEmpty()) {
            data.items(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE).stream()
                    .flatMap(study -> study.items(Tag.REFERENCED_SERIES_SEQUENCE).stream())
                    .forEach(series -> references.addAll(Reference.in(series, Tag.REFERENCED_SOP_SEQUENCE)));
        }
        String title = data.item(Tag.CONCEPT_NAME_CODE_SEQUENCE)
                .flatMap(code -> code.string(Tag.CODE_MEANING))
                .orElse("Key images");
        return new KeyObjects(title, text.toString(), List.copyOf(references));
    }
}
