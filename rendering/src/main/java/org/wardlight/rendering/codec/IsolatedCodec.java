// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.isolation.ChildFault;
import org.wardlight.rendering.isolation.ChildPool;

/**
 * A codec that runs in a child process: what a broken frame does there ends with that frame. The frame may take as long as a slow
 * machine needs for its number of samples, then it is given up.
 *
 * <pre>asked:    syntax (UTF) | rows columns samples allocated stored high (int) | signed planar (boolean) | photometric (UTF) | length (int) | frame
 * answered: 0 | photometric (UTF) | values, big endian      or      1 malformed, 2 unsupported, 3 limit | message (UTF)</pre>
 */
final class IsolatedCodec implements FrameCodec {
    private static final int CHUNK = 32 << 10;
    private static final long SAMPLES_PER_SECOND = 1_000_000;

    private final ChildPool pool;
    private final String syntax;
    private final Duration least;

    IsolatedCodec(ChildPool pool, String syntax, Duration least) {
        this.pool = pool;
        this.syntax = syntax;
        this.least = least;
    }

    @Override
    public StoredFrame decode(byte[] frame, FrameLayout layout) {
        Duration limit = least.plusSeconds(layout.values() / SAMPLES_PER_SECOND);
        try {
            Answer answer = pool.ask(limit, (in, out) -> {
                out.writeUTF(syntax);
                LayoutWire.write(layout, out);
                out.writeInt(frame.length);
                out.write(frame);
                out.flush();
                int status = in.readUnsignedByte();
                return status == 0 ? new Answer(0, "", values(in, layout)) : new Answer(status, in.readUTF(), null);
            });
            return answer.frame();
        } catch (ChildFault fault) {
            String message = "the decoder " + fault.reason().words() + " on this frame of " + frame.length + " bytes";
            throw fault.reason() == ChildFault.Reason.ENDED
                    ? new MalformedDicom(message)
                    : new LimitExceeded(message + " (" + limit.toSeconds() + " s)");
        } catch (IOException noChild) {
            throw new Unsupported("the decoder's own process cannot be started on this machine");
        }
    }

    private record Answer(
            int status,
            String message,
            @org.jspecify.annotations.Nullable StoredFrame decoded) {
        StoredFrame frame() {
            if (decoded != null) {
                return decoded;
            }
            throw switch (status) {
                case 2 -> new Unsupported(message);
                case 3 -> new LimitExceeded(message);
                default -> new MalformedDicom(message);
            };
        }
    }

    private static StoredFrame values(java.io.DataInputStream in, FrameLayout layout) throws IOException {
        Photometric photometric = Photometric.of(in.readUTF()).orElseThrow(() -> new IOException("no photometric"));
        FrameLayout decoded = layout.as(photometric);
        int count = Math.toIntExact(decoded.values());
        byte[] chunk = new byte[CHUNK];
        switch (decoded.valueBytes()) {
            case 1 -> {
                byte[] bytes = new byte[count];
                in.readFully(bytes);
                return StoredFrame.of(decoded, bytes);
            }
            case 2 -> {
                short[] words = new short[count];
                for (int at = 0; at < count; at += CHUNK / 2) {
                    int next = Math.min(CHUNK / 2, count - at);
                    in.readFully(chunk, 0, next * 2);
                    ByteBuffer.wrap(chunk).asShortBuffer().get(words, at, next);
                }
                return StoredFrame.of(decoded, words);
            }
            default -> {
                int[] wide = new int[count];
                for (int at = 0; at < count; at += CHUNK / 4) {
                    int next = Math.min(CHUNK / 4, count - at);
                    in.readFully(chunk, 0, next * 4);
                    ByteBuffer.wrap(chunk).asIntBuffer().get(wide, at, next);
                }
                return StoredFrame.of(decoded, wide);
            }
        }
    }
}
