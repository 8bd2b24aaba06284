// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/** Deflated Image Frame Compression (PS3.5 8.2.16, A.4.13): each frame is raw DEFLATE of its native bytes. */
final class DeflatedFrameCodec implements FrameCodec {
    private final NativeCodec inner = new NativeCodec();

    @Override
    public StoredFrame decode(byte[] frame, FrameLayout layout) {
        byte[] bytes = new byte[Math.toIntExact((layout.nativeBits() + 7) / 8)];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(frame);
            int found = 0;
            int step = 1;
            while (found < bytes.length && step > 0) {
                step = inflater.inflate(bytes, found, bytes.length - found);
                found += step;
            }
            if (found < bytes.length) {
                throw new MalformedDicom("the deflated frame holds " + found + " bytes, expected " + bytes.length);
            }
        } catch (DataFormatException e) {
            throw new MalformedDicom("the frame is not a DEFLATE stream");
        } finally {
            inflater.end();
        }
        return inner.decode(bytes, layout);
    }
}
