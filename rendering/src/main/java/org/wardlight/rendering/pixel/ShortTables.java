// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/**
 * Lookup tables with fewer entries than their descriptors state (decisions/0060). A VOI LUT is used as far as it goes, with its last
 * entry for all that lies beyond (PS3.3 C.11.2.1.1 says so of inputs past the end). A Modality LUT is not used: values that a reader
 * measures must not be made up.
 */
final class ShortTables {
    private ShortTables() {}

    /** Whether the object's Modality LUT lacks entries. */
    static boolean modality(DataSet top) {
        return top.item(Tag.MODALITY_LUT_SEQUENCE).filter(ShortTables::isShort).isPresent();
    }

    /** What a reader of the frame has to know. */
    static List<String> notices(FrameAttributes frame) {
        List<String> notices = new ArrayList<>();
        if (modality(frame.top())) {
            DataSet item = frame.top().item(Tag.MODALITY_LUT_SEQUENCE).orElse(DataSet.EMPTY);
            notices.add("the Modality LUT has " + words(item)
                    + ": not used, values are as stored and without a unit, the window is not the one of the file");
            return notices;
        }
        for (DataSet item : frame.macro(Tag.FRAME_VOI_LUT_SEQUENCE).items(Tag.VOI_LUT_SEQUENCE)) {
            if (isShort(item)) {
                notices.add("a VOI LUT has " + words(item) + ": values beyond are shown as its last one");
            }
        }
        return notices;
    }

    private static boolean isShort(DataSet item) {
        int[] counts = LookupTables.statedAndPresent(item);
        return counts[1] < counts[0];
    }

    private static String words(DataSet item) {
        int[] counts = LookupTables.statedAndPresent(item);
        return counts[1] + " of " + counts[0] + " entries";
    }
}
