// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.phantom.StudyFacts.SeriesFacts;

/**
 * Small valid studies for tests: {@code Fixtures.ct().rows(4).columns(4).slices(5).values((slice, row, column) -> 7)}. Each method
 * answers a changed copy; the same recipe makes the same bytes, UIDs too. Immutable.
 */
public final class Fixtures {
    private final Recipe recipe;

    private Fixtures(Recipe recipe) {
        this.recipe = recipe;
    }

    /** The stored value of a pixel; slice counts instances, or frames of the cine, from 0. For colour: 0xRRGGBB. */
    @FunctionalInterface
    public interface Stored {
        int at(int slice, int row, int column);
    }

    private enum Kind {
        CT("1.2.840.10008.5.1.4.1.1.2", "CHEST"),
        DX("1.2.840.10008.5.1.4.1.1.1.1", "CHEST"),
        US("1.2.840.10008.5.1.4.1.1.3.1", "HEART");

        final String sopClass;
        final String bodyPart;

        Kind(String sopClass, String bodyPart) {
            this.sopClass = sopClass;
            this.bodyPart = bodyPart;
        }
    }

    private record Recipe(
            Kind kind,
            String seed,
            int series,
            int rows,
            int columns,
            int slices,
            int bits,
            String patientName,
            String patientId,
            String date,
            String description,
            String photometric,
            TransferSyntax syntax,
            Stored stored) {}

    /** A series of axial slices, 64 × 64, 12 bits, less 1024 to Hounsfield units, 0.7 mm pixels, 1 mm apart, windows 40/400 and -600/1500. */
    public static Fixtures ct() {
        return of(Kind.CT, 12, "MONOCHROME2");
    }

    /** A single film, 64 × 64, 14 bits, MONOCHROME2; more slices are more films. */
    public static Fixtures dx() {
        return of(Kind.DX, 14, "MONOCHROME2");
    }

    /** One object of as many RGB frames as slices, 33 ms apart. */
    public static Fixtures cine() {
        return of(Kind.US, 8, "RGB");
    }

    private static Fixtures of(Kind kind, int bits, String photometric) {
        int largest = (1 << bits) - 1;
        Stored stored = kind == Kind.US
                ? (slice, row, column) -> (row * 3 & 255) << 16 | (column * 3 & 255) << 8 | slice * 40 & 255
                : (slice, row, column) -> (slice * 131 + row * 37 + column * 11) & largest;
        return new Fixtures(new Recipe(
                kind,
                "fixture",
                1,
                64,
                64,
                1,
                bits,
                "ZZTEST^ALED",
                "9990000018",
                "20261124",
                "Fixture " + kind,
                photometric,
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                stored));
    }

    public Fixtures rows(int rows) {
        Recipe r = recipe;
        return with(rows, r.columns, r.slices, r.bits, r.syntax, r.stored);
    }

    public Fixtures columns(int columns) {
        Recipe r = recipe;
        return with(r.rows, columns, r.slices, r.bits, r.syntax, r.stored);
    }

    /** Instances of the series, or frames of the cine. */
    public Fixtures slices(int slices) {
        Recipe r = recipe;
        return with(r.rows, r.columns, slices, r.bits, r.syntax, r.stored);
    }

    /** Bits stored of grey, 1 to 16. */
    public Fixtures bits(int bits) {
        Recipe r = recipe;
        return with(r.rows, r.columns, r.slices, bits, r.syntax, r.stored);
    }

    /** An uncompressed transfer syntax. */
    public Fixtures syntax(TransferSyntax syntax) {
        Recipe r = recipe;
        return with(r.rows, r.columns, r.slices, r.bits, syntax, r.stored);
    }

    /** What each pixel holds; masked to the bits stored. */
    public Fixtures values(Stored stored) {
        Recipe r = recipe;
        return with(r.rows, r.columns, r.slices, r.bits, r.syntax, stored);
    }

    public Fixtures patient(String name, String id) {
        Recipe r = recipe;
        return labelled(r.seed, r.series, name, id, r.date, r.description, r.photometric);
    }

    /** Another seed is another study. */
    public Fixtures seed(String seed) {
        Recipe r = recipe;
        return labelled(seed, r.series, r.patientName, r.patientId, r.date, r.description, r.photometric);
    }

    /** Another series of the same study. */
    public Fixtures series(int number) {
        Recipe r = recipe;
        return labelled(r.seed, number, r.patientName, r.patientId, r.date, r.description, r.photometric);
    }

    /** Study date, eight digits, and description. */
    public Fixtures study(String date, String description) {
        Recipe r = recipe;
        return labelled(r.seed, r.series, r.patientName, r.patientId, date, description, r.photometric);
    }

    /** MONOCHROME1 or MONOCHROME2. */
    public Fixtures photometric(String photometric) {
        Recipe r = recipe;
        return labelled(r.seed, r.series, r.patientName, r.patientId, r.date, r.description, photometric);
    }

    private Fixtures with(int rows, int columns, int slices, int bits, TransferSyntax syntax, Stored stored) {
        Recipe r = recipe;
        return new Fixtures(new Recipe(
                r.kind,
                r.seed,
                r.series,
                rows,
                columns,
                slices,
                bits,
                r.patientName,
                r.patientId,
                r.date,
                r.description,
                r.photometric,
                syntax,
                stored));
    }

    private Fixtures labelled(
            String seed, int series, String name, String id, String date, String description, String photometric) {
        Recipe r = recipe;
        return new Fixtures(new Recipe(
                r.kind,
                seed,
                series,
                r.rows,
                r.columns,
                r.slices,
                r.bits,
                name,
                id,
                date,
                description,
                photometric,
                r.syntax,
                r.stored));
    }

    public String studyUid() {
        return uids().study();
    }

    public String seriesUid() {
        return uids().series(recipe.series);
    }

    /** @param index from 0 */
    public String instanceUid(int index) {
        return uids().instance(recipe.series, index + 1);
    }

    /** The objects as a study that can be written. */
    public DemoStudy toStudy() {
        List<DemoObject> objects = new ArrayList<>();
        int instances = recipe.kind == Kind.US ? 1 : recipe.slices;
        for (int i = 0; i < instances; i++) {
            int index = i;
            String name = "%s%d-%04d.dcm".formatted(recipe.kind, recipe.series, i + 1);
            objects.add(new DemoObject(name, recipe.syntax, () -> dataSet(index)));
        }
        return new DemoStudy(recipe.seed, recipe.description, objects);
    }

    /** Writes all into a folder that exists and answers the files in order. */
    public List<Path> write(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (DemoObject object : toStudy().objects()) {
            files.add(object.writeInto(folder));
        }
        return files;
    }

    /** The bytes of one file; index from 0. */
    public byte[] bytes(int index) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            toStudy().objects().get(index).writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("a fixture into memory", e);
        }
        return out.toByteArray();
    }

    /** One data set with its pixels; index from 0. */
    public DataSet dataSet(int index) {
        Recipe r = recipe;
        StudyFacts facts = new StudyFacts(
                uids(), r.patientName, r.patientId, "19570314", "M", r.date, "160512", "RXX0012345", r.description);
        SeriesFacts series = new SeriesFacts(
                r.kind.name(), r.kind.sopClass, r.series, "Series " + r.series, r.kind.bodyPart, "Wardlight|Fixture");
        DataSetBuilder builder = facts.header(series, index + 1);
        return switch (r.kind) {
            case CT -> ct(facts, builder, index);
            case DX -> dx(builder, index);
            case US -> cine(builder);
        };
    }

    private DataSet ct(StudyFacts facts, DataSetBuilder builder, int index) {
        builder.string(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
                .decimal(Tag.KVP, 120)
                .decimal(Tag.RESCALE_INTERCEPT, -1024)
                .decimal(Tag.RESCALE_SLOPE, 1)
                .decimal(Tag.WINDOW_CENTER, 40, -600)
                .decimal(Tag.WINDOW_WIDTH, 400, 1500)
                .string(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, "MEDIASTINUM", "LUNG");
        facts.axial(builder, -0.35 * recipe.columns, -0.35 * recipe.rows, index, 0.7, 1);
        return grey(builder, index);
    }

    private DataSet dx(DataSetBuilder builder, int index) {
        int half = 1 << recipe.bits - 1;
        Projection.film(builder, "L", "F", 0.139, recipe.photometric);
        builder.string(Tag.VIEW_POSITION, "PA").string(Tag.IMAGE_LATERALITY, "U");
        builder.decimal(Tag.WINDOW_CENTER, half).decimal(Tag.WINDOW_WIDTH, 2.0 * half);
        return grey(builder, index);
    }

    private DataSet grey(DataSetBuilder builder, int slice) {
        short[] stored = new short[recipe.rows * recipe.columns];
        int mask = (1 << recipe.bits) - 1;
        for (int i = 0; i < stored.length; i++) {
            stored[i] = (short) (recipe.stored.at(slice, i / recipe.columns, i % recipe.columns) & mask);
        }
        return Pixels.grey(builder, recipe.rows, recipe.columns, recipe.bits, recipe.photometric, stored)
                .build();
    }

    private DataSet cine(DataSetBuilder builder) {
        int frame = recipe.rows * recipe.columns;
        byte[] bytes = new byte[frame * recipe.slices * 3];
        for (int i = 0; i < frame * recipe.slices; i++) {
            int rgb = recipe.stored.at(i / frame, i % frame / recipe.columns, i % recipe.columns);
            bytes[3 * i] = (byte) (rgb >> 16);
            bytes[3 * i + 1] = (byte) (rgb >> 8);
            bytes[3 * i + 2] = (byte) rgb;
        }
        Pixels.describe(builder, recipe.rows, recipe.columns, 3, "RGB", 8, 8);
        return builder.string(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY")
                .integer(Tag.NUMBER_OF_FRAMES, recipe.slices)
                .integer(Tag.FRAME_INCREMENT_POINTER, Tag.FRAME_TIME)
                .decimal(Tag.FRAME_TIME, 33)
                .bytes(Tag.PIXEL_DATA, Vr.OB, bytes)
                .build();
    }

    private Uids uids() {
        return Uids.of(recipe.seed);
    }
}
