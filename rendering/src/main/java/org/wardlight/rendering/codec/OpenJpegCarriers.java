// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

/** The carriers of OpenJPEG: which one a machine uses, and how to ask for the other. A library is loaded when it is first needed. */
enum OpenJpegCarriers {
    JNA {
        @Override
        OpenJpeg load() {
            return OpenJpegByJna.load();
        }
    },
    OPENCV {
        @Override
        OpenJpeg load() {
            return OpenJpegByOpenCv.load();
        }
    };

    abstract OpenJpeg load();

    /** The small library where there is one for this machine; on Windows, and elsewhere, OpenCV's. */
    static OpenJpegCarriers ofThisMachine() {
        return OpenJpegByJna.fitsThisMachine() ? JNA : OPENCV;
    }
}
