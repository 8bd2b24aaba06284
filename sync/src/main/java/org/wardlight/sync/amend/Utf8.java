// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.amend;

import java.util.List;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Element;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Value;
import org.wardlight.rendering.dicom.Vr;

/** A data set whose text is in ISO_IR 192, so that any name can stand in it. */
final class Utf8 {
    private Utf8() {}

    static DataSet of(DataSet data) {
        return copy(data).string(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192").build();
    }

    private static DataSetBuilder copy(DataSet data) {
        DataSetBuilder copy = DataSet.builder();
        for (Element element : data.elements()) {
            if (element.tag() != Tag.SPECIFIC_CHARACTER_SET) {
                copy.put(text(element, data));
            }
        }
        return copy;
    }

    /** An element as text, whatever its data set is written in; others as they are. */
    static Element text(Element element, DataSet data) {
        if (element.value() instanceof Value.Items items) {
            List<DataSet> copies =
                    items.items().stream().map(item -> copy(item).build()).toList();
            return new Element(element.tag(), Vr.SQ, new Value.Items(copies));
        }
        boolean isText = element.vr().isText() && element.vr() != Vr.UN && !(element.value() instanceof Value.InFile);
        return isText ? new Element(element.tag(), element.vr(), new Value.Text(data.strings(element.tag()))) : element;
    }
}
