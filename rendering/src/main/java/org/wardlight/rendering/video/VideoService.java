// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.video;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.isolation.ChildService;

/** The child's side of {@link VideoFrames}: a few streams are kept open where they were left. One thread. */
public final class VideoService implements ChildService {
    private static final int OPEN_STREAMS = 3;
    private final Map<Long, VideoReader> open = new LinkedHashMap<>(8, 0.75f, true);

    @Override
    public void serve(DataInputStream in, DataOutputStream out) throws IOException {
        int what = in.readUnsignedByte();
        RemoteBytes bytes = new RemoteBytes(in, out);
        long stream = in.readLong();
        bytes.size(in.readLong());
        try {
            if (what == VideoWire.REMUX) {
                Remuxer.remux(bytes);
                out.writeByte(VideoWire.DONE);
            } else {
                VideoShape shape = new VideoShape(in.readInt(), in.readInt(), in.readInt());
                byte[] values = frame(stream, bytes, shape, in.readInt());
                out.writeByte(VideoWire.DONE);
                out.write(values);
            }
        } catch (RenderingException refused) {
            bytes.rethrow();
            failed(out, refused);
        } catch (LinkageError none) {
            failed(
                    out,
                    new Unsupported("single frames of a video need FFmpeg, which cannot be loaded on this machine"));
        }
    }

    private static void failed(DataOutputStream out, RenderingException refused) throws IOException {
        out.writeByte(VideoWire.FAILED);
        out.writeByte(refused instanceof Unsupported ? 2 : refused instanceof LimitExceeded ? 3 : 1);
        out.writeUTF(refused.getMessage());
    }

    private byte[] frame(long stream, RemoteBytes bytes, VideoShape shape, int frame) {
        VideoReader reader = open.get(stream);
        try {
            if (reader == null) {
                reader = new VideoReader(bytes, shape);
                open.put(stream, reader);
                closeOldest();
            }
            return reader.frame(bytes, frame);
        } catch (MalformedDicom | LimitExceeded broken) {
            VideoReader unsure = open.remove(stream);
            if (unsure != null) {
                unsure.close();
            }
            throw broken;
        }
    }

    private void closeOldest() {
        if (open.size() > OPEN_STREAMS) {
            Long oldest = open.keySet().iterator().next();
            VideoReader closing = open.remove(oldest);
            if (closing != null) {
                closing.close();
            }
        }
    }
}
