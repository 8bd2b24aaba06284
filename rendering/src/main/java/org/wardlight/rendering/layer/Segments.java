// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.Lookups.Palette;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.present.CieLab;

/** The segments of a segmentation (PS3.3 C.8.20.4), by number. */
final class Segments {
    private final Map<Integer, LayerFacts.Part> parts = new TreeMap<>();

    /** @param palette of a label map in PALETTE COLOR, null when it has none */
    static Segments of(DataSet data, @Nullable Palette palette) {
        Segments segments = new Segments();
        List<DataSet> items = data.items(Tag.SEGMENT_SEQUENCE);
        for (int i = 0; i < items.size(); i++) {
            DataSet item = items.get(i);
            int number = item.integer(Tag.SEGMENT_NUMBER).orElse(i + 1);
            String label = item.string(Tag.SEGMENT_LABEL).orElse("Segment " + number);
            segments.parts.put(number, new LayerFacts.Part(number, label, colour(item, number, i, palette)));
        }
        return segments;
    }

    private static String colour(DataSet item, int number, int index, @Nullable Palette palette) {
        if (palette != null) {
            return Colours.hex(level(palette.red().get(number), palette.red().bits()) << 16
                    | level(palette.green().get(number), palette.green().bits()) << 8
                    | level(palette.blue().get(number), palette.blue().bits()));
        }
        int[] lab = item.integers(LayerTag.RECOMMENDED_DISPLAY_CIELAB_VALUE);
        return lab.length == 3
                ? CieLab.hex(lab[0] & 0xFFFF, lab[1] & 0xFFFF, lab[2] & 0xFFFF)
                : Colours.hex(Colours.distinct(index));
    }

    private static int level(int entry, int bits) {
        return bits == 8 ? entry : entry >> Math.max(0, bits - 8);
    }

    /** Colour of a segment; one that the list leaves out has a colour too, since it is there. */
    int colour(int number) {
        LayerFacts.Part part = parts.get(number);
        return part == null ? Colours.distinct(number) : Colours.parse(part.color());
    }

    /** Those without background, which is drawn nowhere. */
    List<LayerFacts.Part> listed() {
        return new ArrayList<>(
                parts.values().stream().filter(part -> part.number() != 0).toList());
    }
}
