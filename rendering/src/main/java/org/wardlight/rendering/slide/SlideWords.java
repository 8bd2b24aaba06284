// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.slide;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.rendering.pixel.SlidePart;

/** What is said of a slide's frames, in words. */
final class SlideWords {
    /** So many tiles are put together within seconds. */
    private static final int QUICK = 1024;

    private SlideWords() {}

    /** Which of several pictures of the slide it is; empty when there is only one. */
    static String name(SlidePart part, int channel) {
        List<String> words = new ArrayList<>();
        if (part.paths().size() > 1) {
            words.add("Optical path " + part.names().get(channel / part.planes()));
        }
        if (part.planes() > 1) {
            words.add("Focal plane " + (channel % part.planes() + 1) + " of " + part.planes());
        }
        return String.join(", ", words);
    }

    /** Tiles that are not in the file were not kept by the scanner, or the copy is not whole: the reader must know either way. */
    static List<String> notices(Slide slide, List<String> others) {
        List<String> all = new ArrayList<>(others);
        SlideLevel base = slide.base();
        if (base.missing() > 0) {
            String why =
                    base.members().size() > 1 || base.part().concatenation() != null ? "not here" : "not in the file";
            all.add(base.missing() + " of " + base.part().whole() + " tiles are " + why + " and shown as background");
        }
        SlidePart coarsest = slide.levels().get(slide.levels().size() - 1).part();
        if ((long) coarsest.tilesAcross() * coarsest.tilesDown() > QUICK) {
            String had = slide.levels().size() == 1 ? "its full resolution alone" : "no small picture";
            all.add("The slide has " + had
                    + ": overviews are made from all its tiles, which takes long the first time");
        }
        return List.copyOf(all);
    }
}
