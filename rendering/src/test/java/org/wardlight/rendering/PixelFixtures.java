// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.measure.Measures;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.FrameKind.Padding;
import org.wardlight.rendering.pixel.FrameKind.Window;
import org.wardlight.rendering.tile.Frames;

/** Small images for tests of codecs, pixels and tiles. */
public final class PixelFixtures {
    private PixelFixtures() {}

    /** The header of a grey image of 16 bits allocated, without pixels. */
    public static DataSetBuilder grey(int rows, int columns, int bitsStored) {
        return image(rows, columns, 16, bitsStored, "MONOCHROME2", 1);
    }

    /** The header of an image, unsigned, without pixels. */
    public static DataSetBuilder image(
            int rows, int columns, int bitsAllocated, int bitsStored, String photometric, int samples) {
        return DataSet.builder()
                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7")
                .string(Tag.SOP_INSTANCE_UID, "2.25.1")
                .integer(Tag.SAMPLES_PER_PIXEL, samples)
                .string(Tag.PHOTOMETRIC_INTERPRETATION, photometric)
                .integer(Tag.ROWS, rows)
                .integer(Tag.COLUMNS, columns)
                .integer(Tag.BITS_ALLOCATED, bitsAllocated)
                .integer(Tag.BITS_STORED, bitsStored)
                .integer(Tag.HIGH_BIT, bitsStored - 1)
                .integer(Tag.PIXEL_REPRESENTATION, 0);
    }

    /** The object as it is after it was written and read; pixels of zeros are added when it has none. */
    public static DicomObject object(DataSetBuilder builder) {
        return object(builder, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    public static DicomObject object(DataSetBuilder builder, TransferSyntax syntax) {
        DataSet data = builder.build();
        if (!data.contains(Tag.PIXEL_DATA)) {
            int bytes = data.integer(Tag.ROWS).orElse(1)
                    * data.integer(Tag.COLUMNS).orElse(1)
                    * data.integer(Tag.SAMPLES_PER_PIXEL).orElse(1)
                    * data.integer(Tag.BITS_ALLOCATED).orElse(8)
                    / 8
                    * data.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
            data = builder.bytes(Tag.PIXEL_DATA, Vr.OW, new byte[bytes + bytes % 2])
                    .build();
        }
        return written(data, syntax);
    }

    /** The object as it is after it was written and read. */
    public static DicomObject written(DataSet data) {
        return written(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    private static DicomObject written(DataSet data, TransferSyntax syntax) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DicomWriter.write(data, syntax, out);
            return DicomReader.read(new MemoryByteSource(out.toByteArray()), Limits.STANDARD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One decoded frame, from 1. */
    public static StoredFrame decode(DicomObject object, int frame) {
        try {
            return Frames.decode(object, object.source(), frame, Limits.STANDARD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A frame of 16 bits allocated. */
    public static StoredFrame frame(int rows, int columns, int bitsStored, boolean signed, int... values) {
        short[] words = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            words[i] = (short) values[i];
        }
        return StoredFrame.of(FrameLayout.grey(rows, columns, 16, bitsStored, signed), words);
    }

    /** All values of a frame. */
    public static int[] values(StoredFrame frame) {
        int[] out = new int[Math.toIntExact(frame.layout().values())];
        frame.copy(0, out.length, out);
        return out;
    }

    /** A kind that fits a frame: square pixels, no rescale, no spacing. */
    public static FrameKind kind(StoredFrame frame, Window... windows) {
        return kind(frame, false, null, windows);
    }

    public static FrameKind kind(
            StoredFrame frame,
            boolean inverted,
            @org.jspecify.annotations.Nullable Padding padding,
            Window... windows) {
        FrameLayout layout = frame.layout();
        boolean grey = layout.photometric().grey();
        FrameKind.Format format = !grey
                ? FrameKind.Format.RGB8
                : layout.bitsStored() <= 8 ? FrameKind.Format.GREY8 : FrameKind.Format.GREY16;
        int edge = Math.max(layout.rows(), layout.columns());
        int tile = edge <= 1024 ? 1024 : 512;
        int levels = 1;
        for (int rest = edge; rest > tile; rest = (rest + 1) / 2) {
            levels++;
        }
        return new FrameKind(
                layout.rows(),
                layout.columns(),
                format,
                grey ? layout.bitsStored() : 8,
                layout.signed(),
                !layout.signed() ? 0 : format == FrameKind.Format.GREY8 ? 128 : 32768,
                inverted,
                1,
                0,
                null,
                null,
                List.of(),
                List.of(windows),
                padding,
                null,
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                tile,
                levels,
                null,
                List.of(),
                List.of(),
                false,
                false,
                Measures.NONE);
    }
}
