// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.transcode;

import java.io.IOException;
import java.io.InputStream;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.tile.Frames;

/** The decoded frames of an object one after the other, one in memory. One thread. */
final class DecodedFrames extends InputStream {
    private final DicomObject object;
    private final FrameLayout layout;
    private final int frames;
    private final Limits limits;
    private byte[] current = new byte[0];
    private int at;
    private int done;

    DecodedFrames(DicomObject object, FrameLayout layout, int frames, Limits limits) {
        this.object = object;
        this.layout = layout;
        this.frames = frames;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        return next() ? current[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!next()) {
            return -1;
        }
        int count = Math.min(length, current.length - at);
        System.arraycopy(current, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean next() throws IOException {
        if (at < current.length) {
            return true;
        }
        if (done == frames) {
            return false;
        }
        StoredFrame frame = Frames.decode(object, object.source(), ++done, limits);
        boolean alike = frame.layout().photometric() == layout.photometric()
                && frame.layout().bitsAllocated() == layout.bitsAllocated()
                && frame.layout().bitsStored() == layout.bitsStored();
        if (!alike) {
            throw new MalformedDicom("frame " + done + " decodes to another kind of pixels than frame 1");
        }
        current = frame.bytes();
        at = 0;
        return true;
    }
}
