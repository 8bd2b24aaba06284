// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.video;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.avformat.Write_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** The stream as it lies with the parent, for FFmpeg to read by range, and where what it writes goes. */
final class RemoteBytes {
    private static final int BUFFER = 256 << 10;

    private final DataInputStream in;
    private final DataOutputStream out;
    private long size;
    private long position;
    private @Nullable IOException broken;

    RemoteBytes(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    void size(long bytes) {
        this.size = bytes;
    }

    /** A context for reading, with what must stay reachable as long as it is used. */
    Reading reading() {
        return new Reading(this);
    }

    /** Throws what the pipe threw while native code ran, which must not see exceptions. */
    void rethrow() throws IOException {
        if (broken != null) {
            throw broken;
        }
    }

    private int read(BytePointer buffer, int most) {
        int length = (int) Math.min(most, size - position);
        if (length <= 0) {
            return avutil.AVERROR_EOF;
        }
        try {
            out.writeByte(VideoWire.READ);
            out.writeLong(position);
            out.writeInt(length);
            out.flush();
            buffer.put(in.readNBytes(length), 0, length);
            position += length;
            return length;
        } catch (IOException e) {
            broken = e;
            return avutil.AVERROR_EXTERNAL;
        }
    }

    private long seek(long offset, int whence) {
        if ((whence & avformat.AVSEEK_SIZE) != 0) {
            return size;
        }
        long target = switch (whence & 3) {
            case 1 -> position + offset;
            case 2 -> size + offset;
            default -> offset;
        };
        if (target < 0 || target > size) {
            return -1;
        }
        position = target;
        return target;
    }

    private int write(BytePointer buffer, int length) {
        try {
            byte[] bytes = new byte[length];
            buffer.get(bytes);
            out.writeByte(VideoWire.WRITE);
            out.writeInt(length);
            out.write(bytes);
            return length;
        } catch (IOException e) {
            broken = e;
            return avutil.AVERROR_EXTERNAL;
        }
    }

    /** For FFmpeg's muxer; freed with the process's next request. */
    Writing writing() {
        return new Writing(this);
    }

    /** Reads from whichever request's pipe is the present one: a stream stays open over many. */
    static final class Reading {
        private RemoteBytes bytes;
        private final Read_packet_Pointer_BytePointer_int read = new Read_packet_Pointer_BytePointer_int() {
            @Override
            public int call(Pointer opaque, BytePointer buffer, int most) {
                return bytes.read(buffer, most);
            }
        };
        private final Seek_Pointer_long_int seek = new Seek_Pointer_long_int() {
            @Override
            public long call(Pointer opaque, long offset, int whence) {
                return bytes.seek(offset, whence);
            }
        };
        final AVIOContext context;

        Reading(RemoteBytes bytes) {
            this.bytes = bytes;
            bytes.position = 0;
            BytePointer buffer = new BytePointer(avutil.av_malloc(BUFFER)).capacity(BUFFER);
            this.context = avformat.avio_alloc_context(buffer, BUFFER, 0, null, read, null, seek);
        }

        void now(RemoteBytes present) {
            present.position = bytes.position;
            bytes = present;
        }

        void close() {
            avutil.av_free(context.buffer());
            avutil.av_free(context);
            read.close();
            seek.close();
        }
    }

    /** Writes forward only. */
    static final class Writing {
        private final Write_packet_Pointer_BytePointer_int write;
        final AVIOContext context;

        Writing(RemoteBytes bytes) {
            this.write = new Write_packet_Pointer_BytePointer_int() {
                @Override
                public int call(Pointer opaque, BytePointer buffer, int length) {
                    return bytes.write(buffer, length);
                }
            };
            BytePointer buffer = new BytePointer(avutil.av_malloc(BUFFER)).capacity(BUFFER);
            this.context = avformat.avio_alloc_context(buffer, BUFFER, 1, null, null, write, null);
            this.context.seekable(0);
        }

        void close() {
            avformat.avio_flush(context);
            avutil.av_free(context.buffer());
            avutil.av_free(context);
            write.close();
        }
    }
}
