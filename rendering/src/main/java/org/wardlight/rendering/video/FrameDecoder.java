// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.video;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;

/** Decodes on from where its demuxer is, in the order in which frames are shown. */
final class FrameDecoder implements AutoCloseable {
    private final Demuxer demuxer;
    private final VideoShape shape;
    private final AVCodecContext context;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVFrame frame = avutil.av_frame_alloc();
    private final ToRgb colours;
    private boolean ended;
    private boolean closed;
    private boolean held;
    /** After a jump nothing is decoded before the first key frame. */
    private boolean waiting;

    FrameDecoder(Demuxer demuxer, VideoShape shape) {
        this.demuxer = demuxer;
        this.shape = shape;
        this.colours = new ToRgb(shape);
        AVCodecParameters parameters = demuxer.stream().codecpar();
        check(parameters.height(), parameters.width());
        var codec = avcodec.avcodec_find_decoder(parameters.codec_id());
        if (codec == null) {
            throw new Unsupported("this build of FFmpeg does not decode that kind of video");
        }
        context = avcodec.avcodec_alloc_context3(codec);
        context.thread_count(1);
        context.max_pixels(4L * shape.rows() * shape.columns() + 65_536);
        if (avcodec.avcodec_parameters_to_context(context, parameters) < 0
                || avcodec.avcodec_open2(context, codec, (AVDictionary) null) < 0) {
            throw new MalformedDicom("the decoder refuses what the video says of itself");
        }
    }

    private void check(int height, int width) {
        if (height != shape.rows() || width != shape.columns()) {
            throw new MalformedDicom("the video is " + height + " x " + width + ", the header says " + shape.rows()
                    + " x " + shape.columns());
        }
    }

    /** The next frame; empty at the end. Valid until the next call. */
    Optional<AVFrame> next() {
        if (held) {
            held = false;
            return Optional.of(frame);
        }
        while (true) {
            int result = avcodec.avcodec_receive_frame(context, frame);
            if (result == 0) {
                return Optional.of(frame);
            }
            if (!VideoReader.again(result)) {
                return Optional.empty();
            }
            feed();
        }
    }

    /** Broken packets are left out, as players do: what they would have shown is missing or damaged, which the decoder hides. */
    private void feed() {
        if (ended) {
            throw new MalformedDicom("the video decoder gives nothing more");
        }
        while (avformat.av_read_frame(demuxer.context(), packet) >= 0) {
            boolean ours = packet.stream_index() == demuxer.index();
            waiting &= !(ours && (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0);
            int result = ours && !waiting ? avcodec.avcodec_send_packet(context, packet) : -1;
            avcodec.av_packet_unref(packet);
            if (result == 0) {
                return;
            }
        }
        ended = true;
        avcodec.avcodec_send_packet(context, (@Nullable AVPacket) null);
    }

    /** After a jump of the demuxer: decodes up to the frame of exactly this time and holds it as the next; false when it does not come. */
    boolean upTo(long time) {
        avcodec.avcodec_flush_buffers(context);
        ended = false;
        held = false;
        waiting = true;
        while (true) {
            Optional<AVFrame> decoded = next();
            if (decoded.isEmpty() || decoded.get().pts() > time) {
                return false;
            }
            if (decoded.get().pts() == time) {
                held = true;
                return true;
            }
        }
    }

    byte[] values(AVFrame decoded) {
        check(decoded.height(), decoded.width());
        return colours.convert(decoded);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        colours.close();
        avcodec.av_packet_free(packet);
        avutil.av_frame_free(frame);
        avcodec.avcodec_free_context(context);
    }
}
