// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.video;

import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/** Frames of one stream by their number. Forward it decodes on; far or backward it looks for the place, where the stream has times. */
final class VideoReader implements AutoCloseable {
    /** So far it is cheaper to decode on than to look for a place. */
    private static final int NEAR = 48;

    private final VideoShape shape;
    private Demuxer demuxer;
    private FrameDecoder decoder;
    /** The number of the frame that the decoder gives next. */
    private int next = 1;

    private boolean indexed;
    private @Nullable FrameIndex index;

    VideoReader(RemoteBytes bytes, VideoShape shape) {
        this.shape = shape;
        this.demuxer = new Demuxer(bytes);
        this.decoder = decoder();
    }

    private FrameDecoder decoder() {
        try {
            return new FrameDecoder(demuxer, shape);
        } catch (RenderingException refused) {
            demuxer.close();
            throw refused;
        }
    }

    /** The values of a frame, from 1. */
    byte[] frame(RemoteBytes bytes, int frame) {
        demuxer.now(bytes);
        if (frame < next || frame > next + NEAR) {
            goTo(bytes, frame);
        }
        while (true) {
            AVFrame decoded = decoder.next()
                    .orElseThrow(() -> new MalformedDicom(
                            "there is no frame " + frame + ": the video ends after frame " + (next - 1)));
            if (next++ == frame) {
                return decoder.values(decoded);
            }
        }
    }

    private void goTo(RemoteBytes bytes, int frame) {
        FrameIndex places = index(bytes).orElse(null);
        if (places == null) {
            if (frame < next) {
                again(bytes);
            }
            return;
        }
        if (frame > places.frames()) {
            throw new MalformedDicom("there is no frame " + frame + ": the video ends after frame " + places.frames());
        }
        FrameIndex.Key key = places.key(frame);
        boolean bytewise = demuxer.byBytes();
        long target = bytewise ? key.position() : key.decodeTime();
        int flags = bytewise ? avformat.AVSEEK_FLAG_BYTE : avformat.AVSEEK_FLAG_BACKWARD;
        boolean there = target >= 0 && avformat.av_seek_frame(demuxer.context(), demuxer.index(), target, flags) >= 0;
        if (!there || !decoder.upTo(places.time(frame))) {
            // Counting from the first frame is slow, but cannot be wrong.
            again(bytes);
            return;
        }
        next = frame;
    }

    private Optional<FrameIndex> index(RemoteBytes bytes) {
        if (!indexed) {
            indexed = true;
            again(bytes);
            index = FrameIndex.read(demuxer).orElse(null);
            again(bytes);
        }
        return Optional.ofNullable(index);
    }

    private void again(RemoteBytes bytes) {
        close();
        demuxer = new Demuxer(bytes);
        decoder = decoder();
        next = 1;
    }

    @Override
    public void close() {
        decoder.close();
        demuxer.close();
    }

    static boolean again(int result) {
        return result == avutil.AVERROR_EAGAIN();
    }
}
