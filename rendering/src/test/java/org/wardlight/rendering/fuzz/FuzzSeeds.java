// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.wardlight.rendering.PixelFixtures;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.DicomWriter.SequenceLengths;
import org.wardlight.rendering.dicom.Element;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Value.Bytes;
import org.wardlight.rendering.dicom.Value.Fragments;
import org.wardlight.rendering.dicom.Vr;

/** Small objects in every syntax that is decoded and with every kind of pixel and header that is told apart, by our own writer. */
public final class FuzzSeeds {
    private static final int ROWS = 40;
    private static final int COLUMNS = 36;

    private FuzzSeeds() {}

    /** Those and objects that have no picture, always in the same order. */
    public static List<FuzzSeed> withObjects() {
        List<FuzzSeed> seeds = new ArrayList<>(all());
        seeds.addAll(FuzzObjects.all());
        return seeds;
    }

    /** All that are images, always in the same order. */
    public static List<FuzzSeed> all() {
        List<FuzzSeed> seeds = new ArrayList<>();
        List<TransferSyntax> natives = List.of(
                TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                TransferSyntax.DEFLATED,
                TransferSyntax.EXPLICIT_BIG_ENDIAN);
        for (TransferSyntax syntax : natives) {
            seeds.add(seed("grey", syntax, plain(16, 12, "MONOCHROME2", 1)));
            seeds.add(seed("signed", syntax, plain(16, 12, "MONOCHROME2", 1).integer(Tag.PIXEL_REPRESENTATION, 1)));
            seeds.add(seed("wide colour", syntax, plain(16, 16, "RGB", 3)));
            seeds.add(seed("full chroma", syntax, plain(8, 8, "YBR_FULL", 3)));
            seeds.add(seed("inverse", syntax, plain(8, 8, "MONOCHROME1", 1)));
            seeds.add(seed("colour", syntax, plain(8, 8, "RGB", 3).integer(Tag.PLANAR_CONFIGURATION, 1)));
            seeds.add(seed("palette", syntax, palette(plain(8, 8, "PALETTE COLOR", 1))));
            seeds.add(seed("bits", syntax, plain(1, 1, "MONOCHROME2", 1)));
            seeds.add(seed("chroma", syntax, plain(8, 8, "YBR_FULL_422", 3)));
            seeds.add(seed("tables", syntax, tables(plain(16, 12, "MONOCHROME2", 1))));
            seeds.add(seed("enhanced", syntax, enhanced(plain(16, 16, "MONOCHROME2", 1))));
            seeds.add(seed("nested", syntax, nested(plain(16, 12, "MONOCHROME2", 1), 12)));
        }
        TransferSyntax explicit = TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
        seeds.add(seed("deep", explicit, plain(32, 32, "MONOCHROME2", 1)));
        seeds.add(seed("floating", explicit, floating(Tag.FLOAT_PIXEL_DATA, Vr.OF, 4)));
        seeds.add(seed("doubles", explicit, floating(Tag.DOUBLE_FLOAT_PIXEL_DATA, Vr.OD, 8)));
        for (FuzzStreams.Stream stream : FuzzStreams.all(ROWS, COLUMNS)) {
            seeds.add(seed(
                    stream.name(),
                    TransferSyntax.of(stream.syntax()),
                    stream.header().frames(List.of(stream.bytes()))));
        }
        FuzzStreams.Stream rle = FuzzStreams.rle(ROWS, COLUMNS);
        TransferSyntax syntax = TransferSyntax.RLE_LOSSLESS;
        seeds.add(seed("two frames", syntax, frames(rle.header(), rle.bytes(), List.of(0, 1))));
        seeds.add(seed("no offset table", syntax, frames(rle.header(), rle.bytes(), List.of())));
        seeds.add(seed(
                "extended offset table", syntax, extended(frames(rle.header(), rle.bytes(), List.of()), rle.bytes())));
        return seeds;
    }

    static FuzzSeed seed(String name, TransferSyntax syntax, DataSetBuilder data) {
        SequenceLengths lengths = name.length() % 2 == 0 ? SequenceLengths.DEFINED : SequenceLengths.UNDEFINED;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DicomWriter.write(data.build(), syntax, lengths, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FuzzSeed(name + " in " + syntax.name(), syntax.implicit(), out.toByteArray());
    }

    private static DataSetBuilder plain(int allocated, int stored, String photometric, int samples) {
        int bits = ROWS * COLUMNS * allocated * (photometric.endsWith("422") ? 2 : samples);
        byte[] pixels = new byte[bits / 8];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (allocated == 16 && i % 2 == 1 ? i / 512 : i * 7);
        }
        return PixelFixtures.image(ROWS, COLUMNS, allocated, stored, photometric, samples)
                .string(Tag.WINDOW_CENTER, "40", "600")
                .string(Tag.WINDOW_WIDTH, "400", "1500")
                .integer(Tag.PIXEL_PADDING_VALUE, 7)
                .bytes(Tag.PIXEL_DATA, Vr.OW, pixels);
    }

    private static DataSetBuilder floating(int tag, Vr vr, int bytes) {
        ByteBuffer pixels = ByteBuffer.allocate(ROWS * COLUMNS * bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < ROWS * COLUMNS; i++) {
            if (bytes == 4) {
                pixels.putFloat(i / 3f);
            } else {
                pixels.putDouble(-i / 7.0);
            }
        }
        return plain(32, 32, "MONOCHROME2", 1)
                .integer(Tag.BITS_ALLOCATED, 8 * bytes)
                .remove(Tag.PIXEL_DATA)
                .remove(Tag.PIXEL_PADDING_VALUE)
                .remove(Tag.BITS_STORED)
                .remove(Tag.HIGH_BIT)
                .remove(Tag.PIXEL_REPRESENTATION)
                .bytes(tag, vr, pixels.array());
    }

    private static DataSetBuilder palette(DataSetBuilder image) {
        byte[] entries = new byte[512];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = (byte) (i / 2);
        }
        for (int tag :
                new int[] {Tag.RED_PALETTE_DESCRIPTOR, Tag.GREEN_PALETTE_DESCRIPTOR, Tag.BLUE_PALETTE_DESCRIPTOR}) {
            image.integer(tag, Vr.US, 256, 0, 16);
        }
        // Red is segmented: one linear segment from 0 to 65535 (PS3.3 C.7.9.2).
        image.bytes(Tag.SEGMENTED_RED_PALETTE_DATA, Vr.OW, new byte[] {0, 0, 1, 0, 0, 0, 1, 0, (byte) 255, 0, -1, -1});
        return image.bytes(Tag.GREEN_PALETTE_DATA, Vr.OW, entries).bytes(Tag.BLUE_PALETTE_DATA, Vr.OW, entries);
    }

    private static DataSetBuilder tables(DataSetBuilder image) {
        DataSet table = DataSet.builder()
                .integer(Tag.LUT_DESCRIPTOR, Vr.US, 16, 0, 8)
                .string(Tag.LUT_EXPLANATION, "TABLE")
                .string(Tag.MODALITY_LUT_TYPE, "US")
                .bytes(Tag.LUT_DATA, Vr.OW, new byte[32])
                .build();
        return image.items(Tag.MODALITY_LUT_SEQUENCE, table)
                .items(Tag.VOI_LUT_SEQUENCE, table, table)
                .string(Tag.PRESENTATION_LUT_SHAPE, "INVERSE");
    }

    private static DataSetBuilder enhanced(DataSetBuilder image) {
        DataSet measures =
                DataSet.builder().decimal(Tag.PIXEL_SPACING, 0.5, 0.25).build();
        DataSet window = DataSet.builder()
                .string(Tag.WINDOW_CENTER, "100")
                .string(Tag.WINDOW_WIDTH, "50")
                .string(Tag.VOI_LUT_FUNCTION, "SIGMOID")
                .build();
        return image.integer(Tag.NUMBER_OF_FRAMES, 1)
                .items(
                        Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
                        DataSet.builder()
                                .items(Tag.PIXEL_MEASURES_SEQUENCE, measures)
                                .build())
                .items(
                        Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                        DataSet.builder()
                                .items(Tag.FRAME_VOI_LUT_SEQUENCE, window)
                                .build());
    }

    private static DataSetBuilder nested(DataSetBuilder image, int depth) {
        DataSet inner = DataSet.builder().string(Tag.CODE_MEANING, "Größe").build();
        for (int i = 0; i < depth; i++) {
            inner = DataSet.builder()
                    .items(Tag.CONCEPT_NAME_CODE_SEQUENCE, inner, DataSet.EMPTY)
                    .build();
        }
        return image.items(Tag.REFERENCED_IMAGE_SEQUENCE, inner);
    }

    private static DataSetBuilder frames(DataSetBuilder header, byte[] stream, List<Integer> starts) {
        Fragments fragments = new Fragments(List.of(new Bytes(stream), new Bytes(stream)), starts);
        return header.integer(Tag.NUMBER_OF_FRAMES, 2).put(new Element(Tag.PIXEL_DATA, Vr.OB, fragments));
    }

    private static DataSetBuilder extended(DataSetBuilder image, byte[] stream) {
        return image.bytes(Tag.EXTENDED_OFFSET_TABLE, Vr.OV, longs(0, stream.length + stream.length % 2 + 8))
                .bytes(Tag.EXTENDED_OFFSET_TABLE_LENGTHS, Vr.OV, longs(stream.length, stream.length));
    }

    private static byte[] longs(int first, int second) {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(first)
                .putLong(second)
                .array();
    }
}
