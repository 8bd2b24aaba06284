// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/** Inflates a deflated data set (PS3.5 A.5), never beyond {@link Limits#dataSetBytes}. */
final class Inflating {
    private static final int CHUNK = 64 * 1024;

    private Inflating() {}

    static ByteSource inflate(ByteSource source, long from, Limits limits) throws IOException {
        byte[] head = new byte[2];
        source.read(from, head, 0, 2);
        // Raw deflate by the standard; some writers wrap it as zlib, which its first two bytes show (RFC 1950 2.2).
        boolean zlib = (head[0] & 0x0F) == 8 && ((head[0] & 0xFF) << 8 | head[1] & 0xFF) % 31 == 0;
        Inflater inflater = new Inflater(!zlib);
        try {
            return new MemoryByteSource(inflate(source, from, limits, inflater));
        } catch (DataFormatException e) {
            throw new MalformedDicom("the deflated data set that begins at byte " + from + " is damaged");
        } finally {
            inflater.end();
        }
    }

    private static byte[] inflate(ByteSource source, long from, Limits limits, Inflater inflater)
            throws IOException, DataFormatException {
        ByteArrayOutputStream inflated = new ByteArrayOutputStream(CHUNK);
        byte[] in = new byte[CHUNK];
        byte[] out = new byte[CHUNK];
        long position = from;
        while (!inflater.finished()) {
            if (inflater.needsInput()) {
                int count = (int) Math.min(CHUNK, source.size() - position);
                if (count == 0) {
                    throw new MalformedDicom("the deflated data set is cut off at byte " + position);
                }
                source.read(position, in, 0, count);
                inflater.setInput(in, 0, count);
                position += count;
            }
            int count = inflater.inflate(out);
            if (count == 0 && inflater.needsDictionary()) {
                throw new MalformedDicom("the deflated data set asks for a dictionary, which DICOM has none of");
            }
            if (inflated.size() + count > limits.dataSetBytes()) {
                throw new LimitExceeded(
                        "the deflated data set inflates to more than the limit of " + limits.dataSetBytes() + " bytes");
            }
            inflated.write(out, 0, count);
        }
        return inflated.toByteArray();
    }
}
