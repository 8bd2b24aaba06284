// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.zip.Deflater;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.BlobMissing;
import org.wardlight.sync.blob.Blobs;

/**
 * The sending end of a blob stream: reads asked blobs part by part and writes them as records, compressing what gains by
 * it. Holds two parts in memory whatever the size of a blob. Thread-safe; each call uses its own buffers.
 */
public final class BlobStreamWriter {
    /** A part is sent compressed when that saves a tenth or more. */
    private static final int WORTH_PERCENT = 90;

    private final Blobs blobs;

    public BlobStreamWriter(Blobs blobs) {
        this.blobs = blobs;
    }

    /**
     * Writes the asked blobs in the asked order and flushes after each; does not close the stream.
     *
     * @throws IOException of the stream or the store; what was written until then are whole records and a part of one
     */
    public void write(BlobRequest request, OutputStream out) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            Parts parts = new Parts(out, deflater);
            for (BlobRequest.Asked asked : request.blobs()) {
                writeOne(asked, request.deflate(), parts);
                out.flush();
            }
        } finally {
            deflater.end();
        }
    }

    private void writeOne(BlobRequest.Asked asked, boolean deflate, Parts parts) throws IOException {
        try (ByteSource source = blobs.open(asked.blob())) {
            long size = source.size();
            parts.begin(asked.blob(), deflate);
            // Past the end, the receiver has something else than this blob: it gets the whole.
            long at = asked.offset() <= size ? asked.offset() : 0;
            do {
                int length = (int) Math.min(WireFormat.PART - at % WireFormat.PART, size - at);
                parts.write(source, at, length);
                at += length;
            } while (at < size);
        } catch (BlobMissing missing) {
            parts.absent(asked.blob());
        }
    }

    /** The buffers of one answer; confined to its thread. */
    private static final class Parts {
        private final OutputStream out;
        private final Deflater deflater;
        private final byte[] plain = new byte[WireFormat.PART];
        private final byte[] wire = new byte[WireFormat.PART];
        private byte[] hash = new byte[WireFormat.HASH];
        private boolean worthTrying;

        Parts(OutputStream out, Deflater deflater) {
            this.out = out;
            this.deflater = deflater;
        }

        void begin(BlobHash blob, boolean deflate) {
            hash = HexFormat.of().parseHex(blob.hex());
            worthTrying = deflate;
        }

        void absent(BlobHash blob) throws IOException {
            begin(blob, false);
            header(0, 0, WireFormat.ABSENT, 0);
        }

        void write(ByteSource source, long at, int length) throws IOException {
            source.read(at, plain, 0, length);
            if (at == 0 && Compressed.isImage(plain, length)) {
                worthTrying = false;
            }
            int deflated = worthTrying && length > 0 ? deflate(length) : 0;
            if (deflated > 0) {
                header(at, length, WireFormat.DEFLATED, deflated);
                out.write(wire, 0, deflated);
            } else {
                header(at, length, 0, length);
                out.write(plain, 0, length);
            }
        }

        /** The compressed length, or 0 when that saves too little. */
        private int deflate(int length) {
            int worth = (int) ((long) length * WORTH_PERCENT / 100);
            deflater.reset();
            deflater.setInput(plain, 0, length);
            deflater.finish();
            int deflated = deflater.deflate(wire, 0, worth);
            return deflater.finished() ? deflated : 0;
        }

        private void header(long offset, int plainLength, int flags, int wireLength) throws IOException {
            ByteBuffer header = ByteBuffer.allocate(WireFormat.HEADER);
            header.put(hash)
                    .putLong(offset)
                    .putInt(plainLength)
                    .put((byte) flags)
                    .putInt(wireLength);
            out.write(header.array());
        }
    }
}
