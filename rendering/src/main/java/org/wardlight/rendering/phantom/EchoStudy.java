// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.phantom.StudyFacts.SeriesFacts;

/** An echocardiogram with colour Doppler as a cine (Ultrasound Multi-frame Image IOD, PS3.3 A.7). */
final class EchoStudy {
    private static final SeriesFacts SERIES = new SeriesFacts(
            "US", "1.2.840.10008.5.1.4.1.1.3.1", 1, "Apical 4 chamber colour", "HEART", "Wardlight|Phantom Echo");
    private static final int REGION_FLAGS = 0x00186016;
    private static final int COLOUR_PRESENT = 0x00280014;
    private static final int CENTIMETRES = 3;

    private EchoStudy() {}

    static DemoStudy study(int frames) {
        StudyFacts facts = new StudyFacts(
                Uids.of("us-echo"),
                "ZZTEST^Llŷr^^Mr",
                NhsNumber.of("999000023"),
                "19680220",
                "M",
                "20261124",
                "102037",
                "RXX0012329",
                "Echocardiogram transthoracic");
        DemoObject cine = new DemoObject("US0001.dcm", TransferSyntax.JPEG_BASELINE, () -> cine(facts, frames));
        return new DemoStudy(
                "us-echo",
                "Echocardiogram, four chambers with colour Doppler: a leak of the mitral valve; with a resting ECG and the report",
                List.of(
                        cine,
                        new DemoObject(
                                "ECG0001.dcm", TransferSyntax.EXPLICIT_LITTLE_ENDIAN, () -> EchoDocuments.ecg(facts)),
                        new DemoObject(
                                "SR0001.dcm",
                                TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                                () -> EchoDocuments.report(facts))));
    }

    private static DataSet cine(StudyFacts facts, int frames) {
        List<byte[]> codestreams = codestreams(frames);
        long bytes = codestreams.stream().mapToLong(stream -> stream.length).sum();
        double ratio = Math.round(10.0 * Echocardiogram.COLUMNS * Echocardiogram.ROWS * 3 * frames / bytes) / 10.0;
        DataSetBuilder builder = facts.header(SERIES, 1)
                .string(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "TTE", "0011")
                .integer(Tag.NUMBER_OF_FRAMES, frames)
                .integer(Tag.FRAME_INCREMENT_POINTER, Tag.FRAME_TIME)
                .decimal(Tag.FRAME_TIME, 33)
                .integer(Tag.CINE_RATE, 30)
                .integer(Tag.RECOMMENDED_DISPLAY_FRAME_RATE, 30)
                .integer(COLOUR_PRESENT, Vr.US, 1)
                .string(Tag.LOSSY_IMAGE_COMPRESSION, "01")
                .decimal(Tag.LOSSY_IMAGE_COMPRESSION_RATIO, ratio)
                .string(Tag.LOSSY_IMAGE_COMPRESSION_METHOD, "ISO_10918_1")
                .items(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, region());
        Pixels.describe(builder, Echocardiogram.ROWS, Echocardiogram.COLUMNS, 3, "YBR_FULL_422", 8, 8);
        return builder.frames(codestreams).build();
    }

    /** Each moment of the beat is drawn once and shown in every beat; only the trace goes on. */
    private static List<byte[]> codestreams(int frames) {
        Echocardiogram screen = new Echocardiogram();
        int beat = Echocardiogram.FRAMES_A_BEAT;
        byte[][] streams = new byte[frames][];
        IntStream.range(0, Math.min(beat, frames)).parallel().forEach(moment -> {
            byte[] drawn = screen.moment(moment);
            for (int frame = moment; frame < frames; frame += beat) {
                byte[] rgb = drawn.clone();
                Echocardiogram.electrocardiogram(rgb, frame % (2 * beat));
                streams[frame] = CineJpeg.encode(rgb, Echocardiogram.COLUMNS, Echocardiogram.ROWS);
            }
        });
        return new ArrayList<>(List.of(streams));
    }

    /** Where the sector lies on the screen and how large a pixel is in the body (PS3.3 C.8.5.5). */
    private static DataSet region() {
        double centimetres = FourChambers.SCALE / 10;
        int half = (int) Math.ceil(Echocardiogram.DEPTH * Math.sin(Math.toRadians(41)));
        return DataSet.builder()
                .integer(Tag.REGION_SPATIAL_FORMAT, 1)
                .integer(Tag.REGION_DATA_TYPE, 1)
                .integer(REGION_FLAGS, Vr.UL, 0)
                .integer(Tag.REGION_LOCATION_MIN_X0, Echocardiogram.APEX_X - half)
                .integer(Tag.REGION_LOCATION_MIN_Y0, Echocardiogram.APEX_Y)
                .integer(Tag.REGION_LOCATION_MAX_X1, Echocardiogram.APEX_X + half)
                .integer(Tag.REGION_LOCATION_MAX_Y1, Echocardiogram.APEX_Y + Echocardiogram.DEPTH)
                .integer(Tag.PHYSICAL_UNITS_X_DIRECTION, CENTIMETRES)
                .integer(Tag.PHYSICAL_UNITS_Y_DIRECTION, CENTIMETRES)
                .decimal(Tag.PHYSICAL_DELTA_X, centimetres)
                .decimal(Tag.PHYSICAL_DELTA_Y, centimetres)
                .build();
    }
}
