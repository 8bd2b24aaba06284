// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.video;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.ShortBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/**
 * From what a decoder gives (luma and subsampled chroma) to RGB, by the matrix and range that the stream states. A stream that
 * states none is of ITU-R BT.709 from 720 lines on and BT.601 below: what players assume, and what DICOM means by HD and SD (PS3.5 8.2.5, 8.2.7).
 */
final class ToRgb implements AutoCloseable {
    private static final int HD_LINES = 720;
    private static final int ALIGNED = 64;
    private final VideoShape shape;
    private @Nullable SwsContext scaler;

    ToRgb(VideoShape shape) {
        this.shape = shape;
    }

    byte[] convert(AVFrame frame) {
        int target = shape.words() ? avutil.AV_PIX_FMT_RGB48LE : avutil.AV_PIX_FMT_RGB24;
        int flags = swscale.SWS_BICUBIC;
        int width = frame.width();
        int height = frame.height();
        SwsContext sws = swscale.sws_getCachedContext(
                scaler, width, height, frame.format(), width, height, target, flags, null, null, (DoubleBuffer) null);
        if (sws == null) {
            throw new MalformedDicom("the video's kind of pixel cannot be turned into RGB");
        }
        scaler = sws;
        IntPointer matrix = swscale.sws_getCoefficients(matrix(frame));
        int full = frame.color_range() == avutil.AVCOL_RANGE_JPEG ? 1 : 0;
        swscale.sws_setColorspaceDetails(sws, matrix, full, matrix, 1, 0, 1 << 16, 1 << 16);
        int row = width * 3 * (shape.words() ? 2 : 1);
        // Its fast ways convert eight pixels at a time, and leave the last ones out where a row has no room for all
        // eight.
        int padded = (width + ALIGNED - 1) / ALIGNED * ALIGNED * 6;
        byte[] values = new byte[row * height];
        try (BytePointer pixels = new BytePointer((long) padded * height + ALIGNED);
                PointerPointer<BytePointer> to = new PointerPointer<BytePointer>(4).put(pixels);
                IntPointer stride = new IntPointer(padded, 0, 0, 0)) {
            swscale.sws_scale(sws, frame.data(), frame.linesize(), 0, height, to, stride);
            for (int y = 0; y < height; y++) {
                pixels.position((long) y * padded).get(values, y * row, row);
            }
            pixels.position(0);
        }
        return shape.words() ? toDepth(values) : values;
    }

    private static int matrix(AVFrame frame) {
        return switch (frame.colorspace()) {
            case avutil.AVCOL_SPC_UNSPECIFIED, avutil.AVCOL_SPC_RESERVED ->
                frame.height() >= HD_LINES ? swscale.SWS_CS_ITU709 : swscale.SWS_CS_ITU601;
            default -> frame.colorspace();
        };
    }

    /** From 16 bits to as many as the header says. */
    private byte[] toDepth(byte[] values) {
        ShortBuffer words =
                ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        for (int i = 0; i < words.capacity(); i++) {
            words.put(i, (short) ((words.get(i) & 0xFFFF) >>> 16 - shape.depth()));
        }
        return values;
    }

    @Override
    public void close() {
        if (scaler != null) {
            swscale.sws_freeContext(scaler);
        }
    }
}
