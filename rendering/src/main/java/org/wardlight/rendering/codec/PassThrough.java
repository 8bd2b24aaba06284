// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import org.wardlight.rendering.RenderingException;

/** Tells which JPEG codestreams a browser shows exactly as this program would. */
public final class PassThrough {
    private PassThrough() {}

    /**
     * Whether the codestream is baseline JPEG of eight bits, of the layout's size, in a colour that the codestream itself tells, and
     * without Exif or ICC segments, which could turn or tint it.
     */
    public static boolean allows(byte[] codestream, FrameLayout layout) {
        try {
            JpegInfo info = JpegInfo.of(codestream);
            return info.process() == 0xC0
                    && info.precision() == 8
                    && info.rows() == layout.rows()
                    && info.columns() == layout.columns()
                    && info.components().size() == layout.samples()
                    && !info.otherSegments()
                    && JpegColor.asBrowsersSee(info, JpegColor.of(info, layout.photometric()));
        } catch (RenderingException broken) {
            return false;
        }
    }
}
