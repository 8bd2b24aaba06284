// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;

/**
 * A small whole-slide image for tests: a sparse base in two concatenated parts, a full level at a third, a thumbnail, a label. Its pixels are a
 * known function of their place, so that any tile can be checked. The same edge makes the same bytes.
 */
public final class SlideFixture {
    public static final String STUDY = "2.25.880";
    public static final String SERIES = "2.25.880.1";
    public static final String BASE = "2.25.880.1.1";

    private static final String WHOLE_SLIDE = "1.2.840.10008.5.1.4.1.1.77.1.6";

    private final int columns;
    private final int rows;
    private final int edge;

    /**
     * @param columns columns of the base
     * @param edge edge of its tiles
     */
    public SlideFixture(int columns, int rows, int edge) {
        this.columns = columns;
        this.rows = rows;
        this.edge = edge;
    }

    /** The colour of a pixel of the base, 0xRRGGBB: tissue in rings on a light ground. */
    public int colour(int row, int column) {
        double x = (column - columns / 2.0) / columns;
        double y = (row - rows / 2.0) / rows;
        double distance = Math.sqrt(x * x + y * y);
        int ring = (int) (distance * 24) % 2;
        if (distance > 0.42) {
            return 0xF2EFF4;
        }
        int stripe = (row / 16 + column / 16) % 2 * 18;
        return ring == 0 ? 0xC05A9A + stripe : 0x6A3D9A + (stripe << 8);
    }

    /** One tile as stored: right of and below the matrix it repeats a filling that must never be seen. */
    public byte[] tile(int tileRow, int tileColumn) {
        return tile(tileRow, tileColumn, rows, columns, 1);
    }

    private byte[] tile(int tileRow, int tileColumn, int matrixRows, int matrixColumns, int step) {
        byte[] rgb = new byte[edge * edge * 3];
        for (int y = 0; y < edge; y++) {
            for (int x = 0; x < edge; x++) {
                int row = tileRow * edge + y;
                int column = tileColumn * edge + x;
                boolean inside = row < matrixRows && column < matrixColumns;
                put(rgb, y * edge + x, inside ? colour(row * step, column * step) : 0x00FF00);
            }
        }
        return rgb;
    }

    private static void put(byte[] rgb, int pixel, int colour) {
        rgb[3 * pixel] = (byte) (colour >> 16);
        rgb[3 * pixel + 1] = (byte) (colour >> 8);
        rgb[3 * pixel + 2] = (byte) colour;
    }

    /** All files of the slide. One tile, the last of the first row, is not in the base. */
    public List<byte[]> files() {
        List<byte[]> files = new ArrayList<>(base());
        files.add(level(2, 3));
        files.add(level(3, 0));
        files.add(label());
        return files;
    }

    /** The base in JPEG, or as it is stored in a file: sparse, in two parts. */
    public List<byte[]> base() {
        List<int[]> places = new ArrayList<>();
        for (int row = 0; row * edge < rows; row++) {
            for (int column = 0; column * edge < columns; column++) {
                if (row > 0 || (column + 1) * edge < columns) {
                    places.add(new int[] {row, column});
                }
            }
        }
        int half = places.size() / 2;
        return List.of(part(1, 0, places.subList(0, half)), part(2, half, places.subList(half, places.size())));
    }

    /** One part of the base; frames are written from the last place to the first, so that nobody relies on their order. */
    private byte[] part(int number, int before, List<int[]> places) {
        List<DataSet> positions = new ArrayList<>();
        List<byte[]> frames = new ArrayList<>();
        for (int i = places.size() - 1; i >= 0; i--) {
            int[] place = places.get(i);
            frames.add(CineJpeg.encode(tile(place[0], place[1]), edge, edge));
            DataSet at = DataSet.builder()
                    .integer(Tag.COLUMN_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, place[1] * edge + 1)
                    .integer(Tag.ROW_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, place[0] * edge + 1)
                    .build();
            positions.add(DataSet.builder()
                    .items(Tag.PLANE_POSITION_SLIDE_SEQUENCE, at)
                    .build());
        }
        DataSetBuilder data = common(BASE + "." + number, 1, "VOLUME", rows, columns, edge, edge, places.size())
                .string(Tag.DIMENSION_ORGANIZATION_TYPE, "TILED_SPARSE")
                .string(Tag.CONCATENATION_UID, "2.25.880.7")
                .integer(Tag.IN_CONCATENATION_NUMBER, number)
                .integer(Tag.IN_CONCATENATION_TOTAL_NUMBER, 2)
                .integer(Tag.CONCATENATION_FRAME_OFFSET_NUMBER, before)
                .string(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_FULL_422")
                .items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, positions)
                .frames(frames);
        return written(data.build(), TransferSyntax.of("1.2.840.10008.1.2.4.50"));
    }

    /** A level of every {@code step}th pixel in full tiles; 0: a thumbnail of 64 columns in one frame. */
    private byte[] level(int number, int step) {
        int by = step == 0 ? columns / 64 : step;
        int levelRows = rows / by;
        int levelColumns = columns / by;
        boolean one = step == 0;
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        int across = one ? 1 : (levelColumns + edge - 1) / edge;
        int down = one ? 1 : (levelRows + edge - 1) / edge;
        for (int i = 0; i < across * down; i++) {
            pixels.writeBytes(
                    one
                            ? picture(levelRows, levelColumns, by)
                            : tile(i / across, i % across, levelRows, levelColumns, by));
        }
        DataSetBuilder data = common(
                        BASE.replace("880.1.1", "880.1." + (number + 1)),
                        number,
                        one ? "THUMBNAIL" : "VOLUME",
                        levelRows,
                        levelColumns,
                        one ? levelRows : edge,
                        one ? levelColumns : edge,
                        across * down)
                .string(Tag.DIMENSION_ORGANIZATION_TYPE, "TILED_FULL");
        return written(
                data.bytes(Tag.PIXEL_DATA, Vr.OW, even(pixels.toByteArray())).build());
    }

    private byte[] picture(int levelRows, int levelColumns, int step) {
        byte[] rgb = new byte[levelRows * levelColumns * 3];
        for (int i = 0; i < levelRows * levelColumns; i++) {
            put(rgb, i, colour(i / levelColumns * step, i % levelColumns * step));
        }
        return rgb;
    }

    private byte[] label() {
        DataSetBuilder data = common("2.25.880.1.9", 9, "LABEL", 40, 60, 40, 60, 1);
        byte[] rgb = new byte[40 * 60 * 3];
        java.util.Arrays.fill(rgb, (byte) 200);
        return written(data.bytes(Tag.PIXEL_DATA, Vr.OW, rgb).build());
    }

    private DataSetBuilder common(
            String instance,
            int number,
            String flavor,
            int matrixRows,
            int matrixColumns,
            int tileRows,
            int tileColumns,
            int frames) {
        return Pixels.describe(
                        DataSet.builder()
                                .string(Tag.SOP_CLASS_UID, WHOLE_SLIDE)
                                .string(Tag.SOP_INSTANCE_UID, instance)
                                .string(Tag.STUDY_INSTANCE_UID, STUDY)
                                .string(Tag.SERIES_INSTANCE_UID, SERIES)
                                .string(Tag.STUDY_DATE, "20261124")
                                .string(Tag.STUDY_DESCRIPTION, "Skin biopsy")
                                .string(Tag.MODALITY, "SM")
                                .string(Tag.SERIES_DESCRIPTION, "Block A, H&E")
                                .string(Tag.PATIENT_NAME, "ZZTEST^Slide")
                                .string(Tag.PATIENT_ID, "9990000018")
                                .integer(Tag.SERIES_NUMBER, 1)
                                .integer(Tag.INSTANCE_NUMBER, number)
                                .string(Tag.IMAGE_TYPE, number == 1 ? "ORIGINAL" : "DERIVED", "PRIMARY", flavor, "NONE")
                                .string(Tag.FRAME_OF_REFERENCE_UID, "2.25.880.8")
                                .integer(Tag.TOTAL_PIXEL_MATRIX_ROWS, matrixRows)
                                .integer(Tag.TOTAL_PIXEL_MATRIX_COLUMNS, matrixColumns)
                                .integer(Tag.NUMBER_OF_FRAMES, frames),
                        tileRows,
                        tileColumns,
                        3,
                        "RGB",
                        8,
                        8)
                .items(
                        Tag.OPTICAL_PATH_SEQUENCE,
                        DataSet.builder()
                                .string(Tag.OPTICAL_PATH_IDENTIFIER, "1")
                                .build());
    }

    private static byte[] even(byte[] bytes) {
        return bytes.length % 2 == 0 ? bytes : java.util.Arrays.copyOf(bytes, bytes.length + 1);
    }

    private static byte[] written(DataSet data) {
        return written(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    private static byte[] written(DataSet data, TransferSyntax syntax) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DicomWriter.write(data, syntax, out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }
}
