// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.video;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Which time each frame has and where decoding can begin for it, from the packets of the whole stream without decoding them. Frames are counted
 * as a decoder gives them: those that depend on what came before the first key frame are never seen.
 */
final class FrameIndex {
    private static final int MOST = 4_000_000;

    private final long[] times;
    private final List<Key> keys;

    /** Where decoding can begin. */
    record Key(long time, long decodeTime, long position) {}

    private FrameIndex(long[] times, List<Key> keys) {
        this.times = times;
        this.keys = keys;
    }

    /** Reads all packets; empty when not every one has a time of its own. Leaves the demuxer at the end. */
    static Optional<FrameIndex> read(Demuxer demuxer) {
        long[] times = new long[1024];
        int count = 0;
        List<Key> keys = new ArrayList<>();
        AVPacket packet = avcodec.av_packet_alloc();
        boolean sound = true;
        while (sound && count < MOST && avformat.av_read_frame(demuxer.context(), packet) >= 0) {
            if (packet.stream_index() == demuxer.index()) {
                boolean key = (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
                boolean shown = (packet.flags() & avcodec.AV_PKT_FLAG_DISCARD) == 0;
                sound = packet.pts() != avutil.AV_NOPTS_VALUE && packet.dts() != avutil.AV_NOPTS_VALUE;
                if (key && sound) {
                    keys.add(new Key(packet.pts(), packet.dts(), packet.pos()));
                }
                boolean seen = !keys.isEmpty() && packet.pts() >= keys.get(0).time();
                if (shown && seen) {
                    times = count == times.length ? Arrays.copyOf(times, count * 2) : times;
                    times[count++] = packet.pts();
                }
            }
            avcodec.av_packet_unref(packet);
        }
        avcodec.av_packet_free(packet);
        long[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        return sound && distinct(sorted) ? Optional.of(new FrameIndex(sorted, keys)) : Optional.empty();
    }

    private static boolean distinct(long[] sorted) {
        boolean distinct = sorted.length > 0;
        for (int i = 1; i < sorted.length; i++) {
            distinct &= sorted[i] != sorted[i - 1];
        }
        return distinct;
    }

    int frames() {
        return times.length;
    }

    long time(int frame) {
        return times[frame - 1];
    }

    /** The last place at or before a frame from which it can be decoded. */
    Key key(int frame) {
        Key found = keys.get(0);
        for (Key key : keys) {
            found = key.time() <= time(frame) && key.time() >= found.time() ? key : found;
        }
        return found;
    }
}
