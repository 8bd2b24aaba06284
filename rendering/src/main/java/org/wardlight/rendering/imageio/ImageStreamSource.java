// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.imageio;

import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;
import org.wardlight.rendering.dicom.ByteSource;

/** The bytes of an image input stream from where it stands on; closing it leaves the stream to its owner. */
final class ImageStreamSource implements ByteSource {
    private static final int STEP = 1 << 16;

    private final ImageInputStream stream;
    private final long start;
    private final long size;

    ImageStreamSource(ImageInputStream stream) throws IOException {
        this.stream = stream;
        this.start = stream.getStreamPosition();
        this.size = (stream.length() >= 0 ? stream.length() : end()) - start;
    }

    /** A stream over something that does not know its length keeps what was read of it; so its end is read for. */
    private long end() throws IOException {
        byte[] unused = new byte[STEP];
        long at = start;
        for (int read = stream.read(unused); read >= 0; read = stream.read(unused)) {
            at += read;
        }
        stream.seek(start);
        return at;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) throws IOException {
        if (position < 0 || position + length > size) {
            throw new EOFException("bytes " + position + " to " + (position + length) + " of " + size);
        }
        synchronized (stream) {
            stream.seek(start + position);
            stream.readFully(target, offset, length);
        }
    }

    @Override
    public void close() {
        // The stream belongs to who opened it.
    }
}
