// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.imageio;

import java.awt.Rectangle;
import java.awt.image.BandedSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferDouble;
import java.awt.image.DataBufferFloat;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferShort;
import java.awt.image.DataBufferUShort;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.stream.IntStream;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.ScreenImage;

/** Our frames and pictures as rasters of the same arrays. */
final class Rasters {
    private Rasters() {}

    static WritableRaster of(ScreenImage picture) {
        byte[] pixels = picture.pixels();
        return raster(new DataBufferByte(pixels, pixels.length), picture.columns(), picture.rows(), picture.samples());
    }

    /** Stored values; the array is the frame's own and is not to be changed. Unsigned values of 32 bits above 2^31-1 come out negative. */
    static WritableRaster of(StoredFrame frame) {
        return raster(buffer(frame), frame.columns(), frame.rows(), frame.samples());
    }

    private static DataBuffer buffer(StoredFrame frame) {
        Object array = frame.array();
        boolean signed = frame.layout().signed();
        if (array instanceof byte[] bytes) {
            return signed ? widened(bytes) : new DataBufferByte(bytes, bytes.length);
        }
        if (array instanceof short[] words) {
            return signed ? new DataBufferShort(words, words.length) : new DataBufferUShort(words, words.length);
        }
        if (array instanceof float[] numbers) {
            return new DataBufferFloat(numbers, numbers.length);
        }
        if (array instanceof double[] numbers) {
            return new DataBufferDouble(numbers, numbers.length);
        }
        int[] numbers = (int[]) array;
        return new DataBufferInt(numbers, numbers.length);
    }

    /** Java's rasters have no signed bytes. */
    private static DataBuffer widened(byte[] bytes) {
        short[] words = new short[bytes.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = bytes[i];
        }
        return new DataBufferShort(words, words.length);
    }

    private static WritableRaster raster(DataBuffer buffer, int columns, int rows, int samples) {
        int type = buffer.getDataType();
        int[] offsets = IntStream.range(0, samples).toArray();
        boolean wide = type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE;
        SampleModel model = wide && samples == 1
                ? new BandedSampleModel(type, columns, rows, 1)
                : new PixelInterleavedSampleModel(type, columns, rows, samples, columns * samples, offsets);
        return Raster.createWritableRaster(model, buffer, null);
    }

    /** Copies every {@code stepX}th and {@code stepY}th pixel from {@code from}'s corner on into {@code to} of the target. */
    static void copy(Raster source, Rectangle from, int stepX, int stepY, WritableRaster target, Rectangle to) {
        int bands = source.getNumBands();
        double[] pixel = new double[bands];
        for (int y = 0; y < to.height; y++) {
            for (int x = 0; x < to.width; x++) {
                source.getPixel(from.x + x * stepX, from.y + y * stepY, pixel);
                target.setPixel(to.x + x, to.y + y, pixel);
            }
        }
    }
}
