// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.video;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;

/** Copies the pictures of a stream, as they are, into a fragmented MP4 file; sound is left out. */
final class Remuxer {
    private static final String FRAGMENTED = "frag_keyframe+empty_moov+default_base_moof";

    private Remuxer() {}

    static void remux(RemoteBytes bytes) {
        try (Demuxer from = new Demuxer(bytes)) {
            RemoteBytes.Writing writing = bytes.writing();
            AVFormatContext to = new AVFormatContext(null);
            if (avformat.avformat_alloc_output_context2(to, null, "mp4", null) < 0) {
                throw new Unsupported("this build of FFmpeg does not write MP4");
            }
            try {
                to.pb(writing.context);
                copy(from, to);
            } finally {
                avformat.avformat_free_context(to);
                writing.close();
            }
        }
    }

    private static void copy(Demuxer from, AVFormatContext to) {
        AVStream in = from.stream();
        AVStream out = avformat.avformat_new_stream(to, null);
        avcodec.avcodec_parameters_copy(out.codecpar(), in.codecpar());
        out.codecpar().codec_tag(0);
        out.time_base(in.time_base());
        AVDictionary options = new AVDictionary();
        avutil.av_dict_set(options, "movflags", FRAGMENTED, 0);
        int started = avformat.avformat_write_header(to, options);
        avutil.av_dict_free(options);
        if (started < 0) {
            throw new Unsupported("the video cannot be put into MP4");
        }
        AVPacket packet = avcodec.av_packet_alloc();
        try {
            boolean begun = false;
            while (avformat.av_read_frame(from.context(), packet) >= 0) {
                boolean ours = packet.stream_index() == from.index();
                begun |= ours && (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
                if (ours && begun && !write(packet, in, out, to)) {
                    throw new MalformedDicom("the video's pictures have no times in order");
                }
                avcodec.av_packet_unref(packet);
            }
        } finally {
            avcodec.av_packet_free(packet);
        }
        if (avformat.av_write_trailer(to) < 0) {
            throw new MalformedDicom("the video cannot be written to its end");
        }
    }

    private static boolean write(AVPacket packet, AVStream in, AVStream out, AVFormatContext to) {
        if (packet.dts() == avutil.AV_NOPTS_VALUE) {
            return false;
        }
        avcodec.av_packet_rescale_ts(packet, in.time_base(), out.time_base());
        packet.stream_index(0);
        packet.pos(-1);
        return avformat.av_interleaved_write_frame(to, packet) >= 0;
    }
}
