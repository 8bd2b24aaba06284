// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.StoredFrame;

/** Clips whose every frame shows its own number: ten vertical bars, white for a bit that is set, the lowest bit leftmost. */
final class Clips {
    static final int ROWS = 96;
    /** No multiple of 8: what a decoder does with the last columns shows. */
    static final int COLUMNS = 150;

    private static final int BARS = 10;
    private static final int BAR = COLUMNS / BARS;

    private Clips() {}

    /** @param muxer a name of FFmpeg's: mp4, mpegts, vob, mpeg2video */
    static byte[] clip(String codec, String muxer, int frames) throws IOException {
        Path file = Files.createTempFile("clip", ".bin");
        try {
            write(codec, muxer, frames, file);
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }

    /** The number that a frame shows. */
    static int number(StoredFrame frame) {
        int number = 0;
        for (int bar = 0; bar < BARS; bar++) {
            int middle = ROWS / 2 * COLUMNS + bar * BAR + BAR / 2;
            number |= frame.value(middle * 3) > 128 ? 1 << bar : 0;
        }
        return number;
    }

    private static void write(String codec, String muxer, int frames, Path file) {
        AVFormatContext format = new AVFormatContext(null);
        ok(avformat.avformat_alloc_output_context2(format, null, muxer, null));
        AVCodecContext encoder = encoder(codec, muxer.equals("mp4"));
        AVStream stream = avformat.avformat_new_stream(format, null);
        ok(avcodec.avcodec_parameters_from_context(stream.codecpar(), encoder));
        stream.time_base(encoder.time_base());
        AVIOContext out = new AVIOContext(null);
        ok(avformat.avio_open(out, file.toString(), avformat.AVIO_FLAG_WRITE));
        format.pb(out);
        ok(avformat.avformat_write_header(format, (AVDictionary) null));
        for (int i = 1; i <= frames; i++) {
            AVFrame frame = frame(i);
            ok(avcodec.avcodec_send_frame(encoder, frame));
            avutil.av_frame_free(frame);
            drain(encoder, format, stream);
        }
        ok(avcodec.avcodec_send_frame(encoder, (@Nullable AVFrame) null));
        drain(encoder, format, stream);
        ok(avformat.av_write_trailer(format));
        avformat.avio_close(out);
        avcodec.avcodec_free_context(encoder);
        avformat.avformat_free_context(format);
    }

    private static AVCodecContext encoder(String name, boolean globalHeader) {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        var codec = avcodec.avcodec_find_encoder_by_name(name);
        AVCodecContext encoder = avcodec.avcodec_alloc_context3(codec);
        encoder.width(COLUMNS);
        encoder.height(ROWS);
        AVRational base = new AVRational().num(1).den(25);
        AVRational rate = new AVRational().num(25).den(1);
        encoder.time_base(base);
        encoder.framerate(rate);
        encoder.pix_fmt(avutil.AV_PIX_FMT_YUV420P);
        encoder.gop_size(12);
        encoder.bit_rate(4_000_000);
        encoder.max_b_frames(name.equals("mpeg2video") ? 2 : 0);
        if (globalHeader) {
            encoder.flags(encoder.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        ok(avcodec.avcodec_open2(encoder, codec, (AVDictionary) null));
        return encoder;
    }

    private static AVFrame frame(int number) {
        AVFrame frame = avutil.av_frame_alloc();
        frame.width(COLUMNS);
        frame.height(ROWS);
        frame.format(avutil.AV_PIX_FMT_YUV420P);
        ok(avutil.av_frame_get_buffer(frame, 0));
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                boolean white = (number >> x / BAR & 1) != 0;
                frame.data(0).put((long) y * frame.linesize(0) + x, (byte) (white ? 235 : 16));
            }
        }
        for (int plane = 1; plane < 3; plane++) {
            BytePointer chroma = frame.data(plane);
            for (int y = 0; y < ROWS / 2; y++) {
                for (int x = 0; x < COLUMNS / 2; x++) {
                    chroma.put((long) y * frame.linesize(plane) + x, (byte) 128);
                }
            }
        }
        frame.pts(number - 1);
        return frame;
    }

    private static void drain(AVCodecContext encoder, AVFormatContext format, AVStream stream) {
        AVPacket packet = avcodec.av_packet_alloc();
        while (avcodec.avcodec_receive_packet(encoder, packet) >= 0) {
            packet.duration(1);
            avcodec.av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
            packet.stream_index(0);
            ok(avformat.av_interleaved_write_frame(format, packet));
        }
        avcodec.av_packet_free(packet);
    }

    private static void ok(int result) {
        if (result < 0) {
            throw new IllegalStateException("FFmpeg says " + result);
        }
    }
}
