// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.pixel.FrameKind.Function;
import org.wardlight.rendering.pixel.FrameKind.Window;

/** The VOI windows that an object offers (PS3.3 C.11.2.1.2, C.7.6.16.2.10). */
public final class Windows {
    private Windows() {}

    /** The windows in the order of the file. Centre and width make pairs; a width that is not above 0 means nothing and is left out. */
    static List<Window> of(FrameAttributes frame) {
        return in(frame.macro(Tag.FRAME_VOI_LUT_SEQUENCE));
    }

    /** Those of a data set or item. */
    public static List<Window> in(DataSet voi) {
        double[] centers = voi.decimals(Tag.WINDOW_CENTER);
        double[] widths = voi.decimals(Tag.WINDOW_WIDTH);
        List<String> names = voi.strings(Tag.WINDOW_CENTER_WIDTH_EXPLANATION);
        Function function = function(voi);
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < Math.min(centers.length, widths.length); i++) {
            if (widths[i] > 0) {
                String name = i < names.size() && !names.get(i).isBlank() ? names.get(i) : null;
                windows.add(new Window(centers[i], widths[i], fitting(function, widths[i]), name));
            }
        }
        return List.copyOf(windows);
    }

    /** Said when the file asks for a function that there is not. */
    static Optional<String> notice(FrameAttributes frame) {
        String term = term(frame.macro(Tag.FRAME_VOI_LUT_SEQUENCE));
        boolean known = term.isEmpty()
                || Arrays.stream(Function.values()).anyMatch(each -> each.name().equals(term));
        return known
                ? Optional.empty()
                : Optional.of("the VOI LUT Function (0028,1056) is none that there is: shown as LINEAR");
    }

    private static String term(DataSet voi) {
        return voi.string(Tag.VOI_LUT_FUNCTION).orElse("").trim().toUpperCase(Locale.ROOT);
    }

    /** Blanks and case do not count; what is unknown is LINEAR, the default (C.11.2.1.3). */
    private static Function function(DataSet voi) {
        String term = term(voi);
        for (Function each : Function.values()) {
            if (each.name().equals(term)) {
                return each;
            }
        }
        return Function.LINEAR;
    }

    /** LINEAR has no meaning below a width of 1 (C.11.2.1.2.1); such windows come with tiny slopes and mean LINEAR_EXACT. */
    private static Function fitting(Function function, double width) {
        return function == Function.LINEAR && width < 1 ? Function.LINEAR_EXACT : function;
    }
}
