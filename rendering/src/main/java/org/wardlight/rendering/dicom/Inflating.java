// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

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
        try {
            // Twice over the bytes: the first time only counts, so that a bomb is refused before memory is asked for.
            long size = run(source, from, zlib, new byte[CHUNK], limits.dataSetBytes());
            byte[] inflated = new byte[Math.toIntExact(size)];
            run(source, from, zlib, inflated, 0);
            return new MemoryByteSource(inflated);
        } catch (DataFormatException e) {
            throw new MalformedDicom("the deflated data set that begins at byte " + from + " is damaged");
        }
    }

    /**
     * Inflates to the end and says how many bytes came.
     *
     * @param limit most bytes when {@code target} is written over again and again; 0 when it takes them all
     */
    private static long run(ByteSource source, long from, boolean zlib, byte[] target, long limit)
            throws IOException, DataFormatException {
        Inflater inflater = new Inflater(!zlib);
        try {
            byte[] in = new byte[CHUNK];
            long position = from;
            while (!inflater.finished() && (limit > 0 || inflater.getBytesWritten() < target.length)) {
                if (inflater.needsInput()) {
                    int count = (int) Math.min(CHUNK, source.size() - position);
                    if (count == 0) {
                        throw new MalformedDicom("the deflated data set is cut off at byte " + position);
                    }
                    source.read(position, in, 0, count);
                    inflater.setInput(in, 0, count);
                    position += count;
                }
                int start = limit > 0 ? 0 : (int) inflater.getBytesWritten();
                inflater.inflate(target, start, target.length - start);
                if (inflater.needsDictionary()) {
                    throw new MalformedDicom("the deflated data set asks for a dictionary, which DICOM has none of");
                }
                if (limit > 0 && inflater.getBytesWritten() > limit) {
                    throw new LimitExceeded(
                            "the deflated data set inflates to more than the limit of " + limit + " bytes");
                }
            }
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }
}
