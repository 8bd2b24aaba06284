// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

/**
 * What the components of a JPEG codestream stand for. The codestream's own word counts first (Adobe or JFIF segment, components named
 * R G B, subsampling, which RGB never has), the header's only when it says nothing: headers are often wrong (PS3.5 8.2.1).
 */
final class JpegColor {
    private JpegColor() {}

    static Photometric of(JpegInfo info, Photometric header) {
        if (info.components().size() != 3) {
            return header;
        }
        if (!info.lossless() && saysYbr(info)) {
            return Photometric.YBR_FULL;
        }
        if (info.namedRgb() || info.adobeTransform() == 0) {
            return Photometric.RGB;
        }
        return header == Photometric.RGB ? Photometric.RGB : Photometric.YBR_FULL;
    }

    /** Lossless coding transforms no colour, so a JFIF segment that a toolkit writes by habit says nothing there. */
    private static boolean saysYbr(JpegInfo info) {
        if (info.adobeTransform() >= 0) {
            return info.adobeTransform() == 1;
        }
        return !info.namedRgb() && (info.jfif() || info.subsampled());
    }

    /** Whether any browser, which has no header to look at, comes to the same colour. */
    static boolean asBrowsersSee(JpegInfo info, Photometric decided) {
        boolean ybr = info.adobeTransform() >= 0 ? info.adobeTransform() == 1 : info.jfif() || !info.namedRgb();
        return info.components().size() == 1 || decided == (ybr ? Photometric.YBR_FULL : Photometric.RGB);
    }
}
