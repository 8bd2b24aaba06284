// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.isolation.ChildService;

/** The child's side of {@link IsolatedCodec}: decodes with the codecs of this program. */
public final class CodecService implements ChildService {
    private static final int CHUNK = 32 << 10;
    private final Codecs codecs = Codecs.inProcess();

    @Override
    public void serve(DataInputStream in, DataOutputStream out) throws IOException {
        String syntax = in.readUTF();
        FrameLayout layout = LayoutWire.read(in);
        byte[] frame = in.readNBytes(in.readInt());
        StoredFrame decoded;
        try {
            decoded = codecs.forSyntax(syntax).decode(frame, layout);
        } catch (RenderingException refused) {
            out.writeByte(refused instanceof Unsupported ? 2 : refused instanceof LimitExceeded ? 3 : 1);
            out.writeUTF(refused.getMessage());
            return;
        }
        out.writeByte(0);
        out.writeUTF(decoded.layout().photometric().name());
        values(decoded.array(), out);
    }

    private static void values(Object array, DataOutputStream out) throws IOException {
        byte[] chunk = new byte[CHUNK];
        if (array instanceof byte[] bytes) {
            out.write(bytes);
        } else if (array instanceof short[] words) {
            for (int at = 0; at < words.length; at += CHUNK / 2) {
                int next = Math.min(CHUNK / 2, words.length - at);
                ByteBuffer.wrap(chunk).asShortBuffer().put(words, at, next);
                out.write(chunk, 0, next * 2);
            }
        } else if (array instanceof int[] wide) {
            for (int at = 0; at < wide.length; at += CHUNK / 4) {
                int next = Math.min(CHUNK / 4, wide.length - at);
                ByteBuffer.wrap(chunk).asIntBuffer().put(wide, at, next);
                out.write(chunk, 0, next * 4);
            }
        } else {
            throw new IOException("values of an unknown kind");
        }
    }
}
