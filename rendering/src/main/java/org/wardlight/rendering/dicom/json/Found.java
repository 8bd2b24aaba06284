// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.DataSet;

/**
 * One value as it stands in JSON, before its VR is known.
 *
 * @param data the item, empty for what is none
 * @param groups the groups of a name
 * @param text of a string or number; null for objects and for null
 */
record Found(
        DataSet data, Map<String, String> groups, @Nullable String text, boolean number) {
    static final Found NULL = new Found(DataSet.EMPTY, Map.of(), null, false);

    Found(DataSet data, Map<String, String> groups) {
        this(data, groups, null, false);
    }

    static Found text(String text) {
        return new Found(DataSet.EMPTY, Map.of(), text, false);
    }

    static Found number(String text) {
        return new Found(DataSet.EMPTY, Map.of(), text, true);
    }

    String textOrEmpty() {
        return text == null ? "" : text;
    }
}
