// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardlight.rendering.PixelFixtures;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Element;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Value.Bytes;
import org.wardlight.rendering.dicom.Value.Fragments;
import org.wardlight.rendering.dicom.Value.Raw;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.tile.Frames;
import org.wardlight.rendering.video.VideoStream.Container;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class VideoFramesTest {
    private static final String MPEG2 = "1.2.840.10008.1.2.4.100.1";
    private static final String H264 = "1.2.840.10008.1.2.4.102";
    private static final int FRAMES = 130;

    @BeforeAll
    static void skip_without_the_library() {
        assumeTrue(VideoLibrary.present(), "this build holds no FFmpeg");
    }

    private static DicomObject object(byte[] stream, String syntax, int frames, int rows) {
        List<Raw> fragments = new ArrayList<>();
        int piece = 50_000;
        for (int at = 0; at < stream.length; at += piece) {
            byte[] part = Arrays.copyOfRange(stream, at, Math.min(stream.length, at + piece));
            fragments.add(new Bytes(Arrays.copyOf(part, part.length + part.length % 2)));
        }
        return PixelFixtures.object(
                PixelFixtures.image(rows, Clips.COLUMNS, 8, 8, "YBR_PARTIAL_420", 3)
                        .integer(Tag.NUMBER_OF_FRAMES, frames)
                        .put(new Element(Tag.PIXEL_DATA, Vr.OB, new Fragments(fragments, List.of()))),
                TransferSyntax.of(syntax));
    }

    private static int number(DicomObject object, int frame) throws IOException {
        return Clips.number(Frames.decode(object, object.source(), frame, Limits.STANDARD));
    }

    @ParameterizedTest
    @CsvSource({
        "mpeg2video, vob, PROGRAM_STREAM, " + MPEG2,
        "mpeg2video, mpegts, TRANSPORT_STREAM, " + MPEG2,
        "mpeg2video, mpeg2video, ELEMENTARY_STREAM, " + MPEG2,
        "libopenh264, mp4, MP4, " + H264,
        "libopenh264, mpegts, TRANSPORT_STREAM, " + H264,
        "libopenh264, h264, ELEMENTARY_STREAM, " + H264
    })
    void every_frame_is_the_one_of_its_number_in_whatever_order_they_are_asked_for(
            String codec, String muxer, Container container, String syntax) throws IOException {
        DicomObject object = object(Clips.clip(codec, muxer, FRAMES), syntax, FRAMES + 1, Clips.ROWS);
        assertThat(VideoStream.of(object, object.source()).orElseThrow().container())
                .isEqualTo(container);

        List<Integer> asked = new ArrayList<>(List.of(1, 2, 3, FRAMES, 1, 60, 59, 61, 13, 12, 25));
        new Random(7).ints(15, 1, FRAMES + 1).forEach(asked::add);
        for (int frame : asked) {
            assertThat(number(object, frame)).isEqualTo(frame);
        }
        assertThatThrownBy(() -> number(object, FRAMES + 1))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("ends after frame " + FRAMES);
        assertThat(number(object, 77)).isEqualTo(77);
    }

    @Test
    void pictures_are_put_into_an_mp4_file_untouched() throws IOException {
        DicomObject transport = object(Clips.clip("libopenh264", "mpegts", FRAMES), H264, FRAMES, Clips.ROWS);
        ByteArrayOutputStream mp4 = new ByteArrayOutputStream();

        VideoFrames.shared().remux(transport, transport.source(), mp4);

        DicomObject again = object(mp4.toByteArray(), H264, FRAMES, Clips.ROWS);
        assertThat(VideoStream.of(again, again.source()).orElseThrow().container())
                .isEqualTo(Container.MP4);
        for (int frame : new int[] {1, FRAMES, 70}) {
            assertThat(number(again, frame)).isEqualTo(frame);
            assertThat(Frames.decode(again, again.source(), frame, Limits.STANDARD)
                            .bytes())
                    .isEqualTo(Frames.decode(transport, transport.source(), frame, Limits.STANDARD)
                            .bytes());
        }
    }

    @Test
    void the_last_columns_are_converted_too() throws IOException {
        DicomObject object = object(Clips.clip("mpeg2video", "vob", 1000), MPEG2, 1000, Clips.ROWS);
        StoredFrame white = Frames.decode(object, object.source(), 1000, Limits.STANDARD);

        for (int x = Clips.COLUMNS - 10; x < Clips.COLUMNS; x++) {
            assertThat(white.value((40 * Clips.COLUMNS + x) * 3)).isGreaterThan(200);
        }
    }

    @Test
    void a_video_of_another_size_than_its_header_is_refused() throws IOException {
        DicomObject object = object(Clips.clip("mpeg2video", "vob", 5), MPEG2, 5, Clips.ROWS + 16);

        assertThatThrownBy(() -> number(object, 1))
                .isInstanceOf(MalformedDicom.class)
                .hasMessageContaining("the video is 96 x 150, the header says 112 x 150");
    }

    @ParameterizedTest
    @CsvSource({"mpeg2video, vob, " + MPEG2, "libopenh264, mp4, " + H264, "libopenh264, mpegts, " + H264})
    void a_broken_video_is_the_fault_of_its_frame_alone(String codec, String muxer, String syntax) throws IOException {
        byte[] sound = Clips.clip(codec, muxer, 40);
        Random random = new Random(4);
        for (int i = 0; i < 25; i++) {
            byte[] broken = i % 5 == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length - 4) + 4) : sound.clone();
            for (int n = 0; n < 30; n++) {
                broken[random.nextInt(Math.min(broken.length, i % 2 == 0 ? 400 : broken.length))] =
                        (byte) random.nextInt();
            }
            DicomObject object = object(broken, syntax, 40, Clips.ROWS);
            long from = System.nanoTime();
            try {
                number(object, 1 + random.nextInt(40));
            } catch (RenderingException refused) {
                assertThat(refused).hasMessageNotContaining("null");
            }
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - from)).isLessThan(5);
        }
        assertThat(number(object(sound, syntax, 40, Clips.ROWS), 33)).isEqualTo(33);
    }
}
