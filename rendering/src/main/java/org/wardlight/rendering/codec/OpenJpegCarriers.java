// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.util.Locale;
import java.util.function.Supplier;
import org.wardlight.rendering.RenderingException.Unsupported;

/** The carriers of OpenJPEG: which one a machine uses, and how to ask for the other. A library is loaded when it is first needed. */
enum OpenJpegCarriers implements Supplier<OpenJpeg> {
    /** The small library: Linux and macOS. */
    JNA {
        @Override
        public OpenJpeg get() {
            return OpenJpegByJna.load();
        }
    },
    /** OpenCV's: everywhere. */
    OPENCV {
        @Override
        public OpenJpeg get() {
            return OpenJpegByOpenCv.load();
        }
    },
    /** The small one where it loads: not on Windows, nor where the C library is too old for it. */
    EITHER {
        @Override
        public OpenJpeg get() {
            try {
                return OpenJpegByJna.load();
            } catch (Unsupported here) {
                return OpenJpegByOpenCv.load();
            }
        }
    };

    /** By the name that an operator gives; none for either. A name that is not one is said when a frame is to be decoded. */
    static Supplier<OpenJpeg> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "" -> EITHER;
            case "jna" -> JNA;
            case "opencv" -> OPENCV;
            default ->
                () -> {
                    throw new Unsupported(
                            "JPEG 2000: the carrier of OpenJPEG must be jna or opencv, the setting is something else");
                };
        };
    }
}
