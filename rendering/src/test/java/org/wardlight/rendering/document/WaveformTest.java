// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.phantom.EcgWriting;

class WaveformTest {
    @Test
    void a_sample_lies_where_25_mm_a_second_and_10_mm_a_millivolt_put_it() throws IOException {
        // 400 steps of 2.5 microvolts are 1 mV: 10 mm up. 100 samples a second: 0.25 mm each.
        DataSet group = EcgWriting.group(List.of("II"), 100, 100, (channel, sample) -> sample == 40 ? 400 : -sample)
                .build();
        String svg = svg(ecg(group));
        double[][] points = points(svg, 0);
        double zero = points[0][1];

        assertThat(points).hasNumberOfRows(100);
        assertThat(points[40][0] - points[0][0]).isCloseTo(10, within(.001));
        assertThat(zero - points[40][1]).isCloseTo(10, within(.001));
        assertThat(points[99][1] - zero).isCloseTo(99 * 2.5 / 1000 * 10, within(.001));
        assertThat(svg).contains("width=\"55mm\"").contains("viewBox=\"0 0 55 ").contains("25 mm/s, 10 mm/mV");
    }

    @Test
    void correction_baseline_and_unit_count() {
        DataSet definition = DataSet.builder()
                .decimal(0x003A0210, 0.001)
                .items(0x003A0211, org.wardlight.rendering.phantom.ReportWriting.code("V", "UCUM", "volt"))
                .decimal(0x003A0212, 2)
                .decimal(0x003A0213, 0.5)
                .build();
        WaveformChannel channel = WaveformChannel.of(definition, 1);

        assertThat(channel.unit()).isEqualTo("mV");
        assertThat(channel.value(3)).isCloseTo(3 * 0.001 * 2 * 1000 + 500, within(1e-9));
    }

    @Test
    void a_channel_without_sensitivity_says_that_it_is_not_calibrated() throws IOException {
        DataSet group = EcgWriting.group(List.of("II"), 100, 100, (channel, sample) -> sample)
                .items(
                        0x003A0200,
                        DataSet.builder().string(0x003A0203, Vr.SH, "Raw").build())
                .build();

        assertThat(svg(ecg(group))).contains("not calibrated").doesNotContain("mm/mV");
    }

    @Test
    void another_unit_has_a_scale_of_its_own() throws IOException {
        DataSet pressure = DataSet.builder()
                .string(0x003A0203, Vr.SH, "ART")
                .decimal(0x003A0210, 1)
                .items(0x003A0211, org.wardlight.rendering.phantom.ReportWriting.code("mm[Hg]", "UCUM", "mmHg"))
                .build();
        DataSet group = EcgWriting.group(List.of("ART"), 100, 200, (channel, sample) -> 80 + sample % 41)
                .items(0x003A0200, pressure)
                .build();

        assertThat(svg(ecg(group))).contains("1 mm/mmHg, line at 100 mmHg");
    }

    @Test
    void every_kind_of_sample_is_read_as_what_it_is() throws IOException {
        assertThat(read("SB", 8, new byte[] {-1, 127})).containsExactly(-1, 127);
        assertThat(read("UB", 8, new byte[] {-1, 127})).containsExactly(255, 127);
        assertThat(read("SS", 16, new byte[] {-2, -1, 1, 0})).containsExactly(-2, 1);
        assertThat(read("US", 16, new byte[] {-2, -1, 1, 0})).containsExactly(65534, 1);
        assertThat(read("SL", 32, new byte[] {-2, -1, -1, -1})).containsExactly(-2);
        assertThatThrownBy(() -> read("MB", 8, new byte[2]))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining("sound");
        assertThatThrownBy(() -> read("SS", 8, new byte[2]))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("expected 16");
    }

    @Test
    void samples_left_in_the_file_are_those_in_memory_in_either_byte_order() throws IOException {
        Limits small = new Limits(64, 1 << 20, 1000, 32, 1 << 20, 10);
        DataSetBuilder data = EcgWriting.object(Written.header("9.1.1"), EcgWriting.resting(100, 2));

        String held = svg(Written.object(data));
        assertThat(svg(Written.object(data, small))).isEqualTo(held);
        assertThat(svg(Written.object(data, TransferSyntax.EXPLICIT_BIG_ENDIAN, small)))
                .isEqualTo(held);
    }

    @Test
    void what_is_denser_than_a_twentieth_of_a_millimetre_keeps_its_extremes() throws IOException {
        DataSet group = EcgWriting.group(
                        List.of("II"),
                        5000,
                        5000,
                        (channel, sample) -> sample == 2503 ? 400 : sample == 2507 ? -400 : 0)
                .build();
        double[][] points = points(svg(ecg(group)), 0);
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (double[] point : points) {
            least = Math.min(least, point[1]);
            most = Math.max(most, point[1]);
        }

        assertThat(points.length).isLessThan(1100);
        assertThat(most - least).isCloseTo(20, within(.001));
    }

    @Test
    void missing_samples_part_the_line() throws IOException {
        DataSet group = EcgWriting.group(List.of("II"), 100, 100, (channel, sample) -> sample == 50 ? -32768 : sample)
                .bytes(0x5400100A, Vr.OW, new byte[] {0, -128})
                .build();

        assertThat(svg(ecg(group)).split("<polyline", -1)).hasSize(3);
    }

    @Test
    void a_long_recording_has_pages() throws IOException {
        DicomObject holter = ecg(EcgWriting.group(List.of("A", "B"), 50, 50 * 150, (channel, sample) -> sample % 50)
                .build());

        assertThat(Documents.factsOf(holter).orElseThrow().pages()).isEqualTo(3);
        assertThat(new String(Documents.open(holter, 3).bytes(), StandardCharsets.UTF_8))
                .contains("Page 3 of 3")
                .contains(">0:02:00<")
                .contains(">0:02:20<")
                .doesNotContain(">0:02:30<");
        assertThatThrownBy(() -> Documents.open(holter, 4)).isInstanceOf(Unsupported.class);
    }

    @Test
    void measurements_are_listed() throws IOException {
        DataSet interval = DataSet.builder()
                .items(
                        Tag.CONCEPT_NAME_CODE_SEQUENCE,
                        org.wardlight.rendering.phantom.ReportWriting.code("1", "X", "QT interval"))
                .string(0x0040A30A, Vr.DS, "390")
                .items(0x004008EA, org.wardlight.rendering.phantom.ReportWriting.code("ms", "UCUM", "millisecond"))
                .integer(0x0040A0B0, 1, 2)
                .build();
        String page = Written.page(EcgWriting.object(Written.header("9.1.1"), EcgWriting.resting(100, 1))
                .items(0x0040B020, interval));

        assertThat(page)
                .contains("<td>QT interval</td><td>390 ms</td><td>II</td>")
                .contains("12 channels, 100 samples a second, 1 s");
    }

    @Test
    void sound_is_named_and_not_drawn() throws IOException {
        DicomObject voice = Written.object(EcgWriting.object(Written.header("9.4.1"), EcgWriting.resting(100, 1)));

        assertThat(Documents.factsOf(voice)).isEmpty();
        assertThatThrownBy(() -> Documents.open(voice, 1)).hasMessageStartingWith("voice recording");
    }

    private static int[] read(String meaning, int bits, byte[] bytes) throws IOException {
        DataSet group = DataSet.builder()
                .integer(0x54001004, bits)
                .string(0x54001006, Vr.CS, meaning)
                .bytes(0x54001010, Vr.OW, bytes)
                .build();
        Samples samples = Samples.of(group, "group 1");
        return samples.read(0, (int) samples.count());
    }

    private static DicomObject ecg(DataSet group) throws IOException {
        return Written.object(EcgWriting.object(Written.header("9.1.1"), group));
    }

    private static String svg(DicomObject object) throws IOException {
        return new String(Documents.waveform(object, 1, 1).bytes(), StandardCharsets.UTF_8);
    }

    private static double[][] points(String svg, int index) {
        Matcher line = Pattern.compile("<polyline points=\"([^\"]+)\"").matcher(svg);
        for (int i = 0; i <= index; i++) {
            assertThat(line.find()).isTrue();
        }
        String[] pairs = line.group(1).split(" ");
        double[][] points = new double[pairs.length][];
        for (int i = 0; i < pairs.length; i++) {
            String[] pair = pairs[i].split(",");
            points[i] = new double[] {Double.parseDouble(pair[0]), Double.parseDouble(pair[1])};
        }
        return points;
    }
}
