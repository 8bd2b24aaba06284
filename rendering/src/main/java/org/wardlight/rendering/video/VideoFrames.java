// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.video;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.Photometric;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.isolation.ChildFault;
import org.wardlight.rendering.isolation.ChildLimits;
import org.wardlight.rendering.isolation.ChildPool;

/**
 * Single frames of videos, and videos in another container, by FFmpeg in child processes. They read the stream by range through this process, so it is
 * never held whole. A child remembers where it is in a stream: the next frame is cheap. Thread-safe.
 */
public final class VideoFrames implements AutoCloseable {
    private static final ChildLimits LIMITS = new ChildLimits(384, 1536);
    private static final int CHILDREN = 2;
    private static final Duration FRAME_LIMIT = Duration.ofSeconds(30);
    private static final long REMUXED_BYTES_PER_SECOND = 4 << 20;
    private static final int MOST_READ = 1 << 20;

    private final ChildPool pool = new ChildPool(VideoService.class, LIMITS, CHILDREN);
    private final Map<Object, Long> streams = new WeakHashMap<>();
    private final AtomicLong next = new AtomicLong();

    /** One for the whole process: its children are few and kept. */
    public static VideoFrames shared() {
        return Shared.FRAMES;
    }

    private static final class Shared {
        static final VideoFrames FRAMES = new VideoFrames();
    }

    /**
     * One frame, counted in the order in which they are shown, as RGB.
     *
     * @param frame from 1
     * @throws Unsupported when this build holds no FFmpeg
     * @throws MalformedDicom when the stream has no such frame, is of another size than the header says, or is broken
     * @throws LimitExceeded when it took too long or too much memory
     */
    public StoredFrame decode(DicomObject object, ByteSource source, FrameLayout layout, int frame) throws IOException {
        VideoLibrary.require();
        VideoStream stream = stream(object, source);
        FrameLayout decoded = layout.as(Photometric.RGB);
        return ask(
                FRAME_LIMIT,
                stream,
                (in, out) -> {
                    out.writeByte(VideoWire.FRAME);
                    out.writeLong(id(object));
                    out.writeLong(stream.bytes().size());
                    out.writeInt(layout.rows());
                    out.writeInt(layout.columns());
                    out.writeInt(layout.bitsStored());
                    out.writeInt(frame);
                },
                OutputStream.nullOutputStream(),
                in -> values(in, decoded));
    }

    /**
     * Writes the stream's pictures, untouched, into a fragmented MP4 file as browsers play it.
     *
     * @throws Unsupported when this build holds no FFmpeg, or the stream cannot be put into MP4
     */
    public void remux(DicomObject object, ByteSource source, OutputStream target) throws IOException {
        VideoLibrary.require();
        VideoStream stream = stream(object, source);
        Duration limit = FRAME_LIMIT.plusSeconds(stream.bytes().size() / REMUXED_BYTES_PER_SECOND);
        ask(
                limit,
                stream,
                (in, out) -> {
                    out.writeByte(VideoWire.REMUX);
                    out.writeLong(id(object));
                    out.writeLong(stream.bytes().size());
                },
                target,
                in -> target);
    }

    private static VideoStream stream(DicomObject object, ByteSource source) throws IOException {
        return VideoStream.of(object, source).orElseThrow(() -> new Unsupported("this object is no video"));
    }

    private long id(DicomObject object) {
        synchronized (streams) {
            return streams.computeIfAbsent(object.pixelData().orElseThrow(), added -> next.incrementAndGet());
        }
    }

    private interface Request {
        void write(DataInputStream in, DataOutputStream out) throws IOException;
    }

    private interface Done<T> {
        T read(DataInputStream in) throws IOException;
    }

    private <T> T ask(Duration limit, VideoStream stream, Request request, OutputStream target, Done<T> done)
            throws IOException {
        IOException[] ours = new IOException[1];
        try {
            Outcome<T> outcome = pool.ask(limit, (in, out) -> {
                request.write(in, out);
                out.flush();
                return talk(in, out, new Rim(stream.bytes(), target, ours), done);
            });
            return outcome.value();
        } catch (ChildFault fault) {
            if (ours[0] != null) {
                throw ours[0];
            }
            String message = "the video decoder " + fault.reason().words();
            throw fault.reason() == ChildFault.Reason.ENDED
                    ? new MalformedDicom(message)
                    : new LimitExceeded(message + " (" + limit.toSeconds() + " s, " + LIMITS.residentMib() + " MiB)");
        }
    }

    private static <T> Outcome<T> talk(DataInputStream in, DataOutputStream out, Rim rim, Done<T> done)
            throws IOException {
        while (true) {
            switch (in.readUnsignedByte()) {
                case VideoWire.READ -> rim.read(in, out);
                case VideoWire.WRITE -> rim.write(in);
                case VideoWire.DONE -> {
                    return new Outcome<>(done.read(in), 0, "");
                }
                case VideoWire.FAILED -> {
                    return new Outcome<>(null, in.readUnsignedByte(), in.readUTF());
                }
                default -> throw new IOException("the child says something unknown");
            }
        }
    }

    /** Our own side's input and output: when they fail, the child is given up, but it is not the video's fault. */
    private record Rim(ByteSource source, OutputStream target, IOException[] ours) {
        void read(DataInputStream in, DataOutputStream out) throws IOException {
            long position = in.readLong();
            int length = in.readInt();
            if (length < 0 || length > MOST_READ) {
                throw new IOException("the child asks for too much");
            }
            byte[] bytes = new byte[length];
            try {
                source.read(position, bytes, 0, length);
            } catch (IOException failed) {
                ours[0] = failed;
                throw failed;
            }
            out.write(bytes);
            out.flush();
        }

        void write(DataInputStream in) throws IOException {
            byte[] bytes = in.readNBytes(Math.min(MOST_READ, in.readInt()));
            try {
                target.write(bytes);
            } catch (IOException failed) {
                ours[0] = failed;
                throw failed;
            }
        }
    }

    private record Outcome<T>(@Nullable T done, int status, String message) {
        T value() {
            if (done != null) {
                return done;
            }
            throw switch (status) {
                case 2 -> new Unsupported(message);
                case 3 -> new LimitExceeded(message);
                default -> new MalformedDicom(message);
            };
        }
    }

    private static StoredFrame values(DataInputStream in, FrameLayout layout) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(layout.decodedBytes())];
        in.readFully(bytes);
        if (layout.valueBytes() == 1) {
            return StoredFrame.of(layout, bytes);
        }
        short[] words = new short[bytes.length / 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(words);
        return StoredFrame.of(layout, words);
    }

    @Override
    public void close() {
        pool.close();
    }
}
