// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.video;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.PointerPointer;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;

/** An open container and the one video in it. FFmpeg may open nothing but these bytes, as nothing but what DICOM allows. */
final class Demuxer implements AutoCloseable {
    private static final String CONTAINERS = "mov,mp4,m4a,3gp,3g2,mj2,mpegts,mpeg,mpegvideo,h264,hevc";
    private static final String CODECS = "mpeg1video,mpeg2video,h264,hevc,aac,mp2,mp3,mp3float,ac3,pcm_s16be,pcm_s16le";

    private final RemoteBytes.Reading reading;
    private final AVFormatContext context;
    private final int index;
    private boolean closed;

    Demuxer(RemoteBytes bytes) {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        reading = bytes.reading();
        context = avformat.avformat_alloc_context();
        context.pb(reading.context);
        context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_CUSTOM_IO);
        boolean opened = false;
        try {
            index = open();
            opened = true;
        } finally {
            // The library has room for a few readers only.
            if (!opened) {
                close();
            }
        }
    }

    private int open() {
        AVDictionary options = new AVDictionary();
        avutil.av_dict_set(options, "format_whitelist", CONTAINERS, 0);
        avutil.av_dict_set(options, "codec_whitelist", CODECS, 0);
        avutil.av_dict_set(options, "protocol_whitelist", "none", 0);
        try {
            if (avformat.avformat_open_input(context, (String) null, null, options) < 0
                    || avformat.avformat_find_stream_info(context, (PointerPointer<?>) null) < 0) {
                throw new MalformedDicom(
                        "the video is none of MPEG-TS, MPEG-PS, MP4 or a plain stream, or it is broken");
            }
        } finally {
            avutil.av_dict_free(options);
        }
        int found =
                avformat.av_find_best_stream(context, avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
        if (found < 0) {
            throw new MalformedDicom("the container holds no video");
        }
        int codec = parameters(found).codec_id();
        if (codec != avcodec.AV_CODEC_ID_MPEG1VIDEO
                && codec != avcodec.AV_CODEC_ID_MPEG2VIDEO
                && codec != avcodec.AV_CODEC_ID_H264
                && codec != avcodec.AV_CODEC_ID_HEVC) {
            throw new Unsupported("the video is none of MPEG-2, H.264 and HEVC");
        }
        return found;
    }

    private AVCodecParameters parameters(int stream) {
        return context.streams(stream).codecpar();
    }

    void now(RemoteBytes bytes) {
        reading.now(bytes);
    }

    AVFormatContext context() {
        return context;
    }

    int index() {
        return index;
    }

    AVStream stream() {
        return context.streams(index);
    }

    /** Whether places are found by byte: streams made for broadcasting; files have a table of times. */
    boolean byBytes() {
        String name = context.iformat().name().getString();
        return name.startsWith("mpeg");
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        avformat.avformat_close_input(context);
        reading.close();
    }
}
