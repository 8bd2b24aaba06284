// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.LookupTable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.pixel.FrameKind.VoiLut;

/** Gathers the VOI LUTs of an object's frames, each table once. One thread. */
final class VoiTables {
    private final FrameLayout layout;
    private final Map<DataSet, List<VoiLut>> known = new IdentityHashMap<>();
    private final Map<String, VoiTable> tables = new TreeMap<>();

    VoiTables(FrameLayout layout) {
        this.layout = layout;
    }

    /** Those of one frame in the order of the file, the default first. */
    List<VoiLut> of(FrameAttributes frame) {
        if (!layout.photometric().grey()) {
            return List.of();
        }
        return known.computeIfAbsent(frame.macro(Tag.FRAME_VOI_LUT_SEQUENCE), this::read);
    }

    /** All tables, by the names that {@link VoiLut#table} uses. */
    Map<String, VoiTable> tables() {
        return tables;
    }

    private List<VoiLut> read(DataSet voi) {
        List<VoiLut> luts = new ArrayList<>();
        for (DataSet item : voi.items(Tag.VOI_LUT_SEQUENCE)) {
            @Nullable
            LookupTable table = LookupTables.item(item, layout.signed()).orElse(null);
            if (table != null) {
                VoiTable kept = VoiTable.of(table);
                tables.put(kept.id(), kept);
                String name = item.string(Tag.LUT_EXPLANATION)
                        .filter(text -> !text.isBlank())
                        .orElse(null);
                luts.add(new VoiLut(name, kept.id()));
            }
        }
        return List.copyOf(luts);
    }
}
