// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.wardlight.sync.blob.BlobHash;

/**
 * The receiving end of a blob stream, fed with bytes as they come. Hands on each part when it is whole; {@link #end()}
 * hands on what has arrived of the last one, so that a broken connection costs a few bytes and not a part. Checks every
 * length before it is believed and uses two buffers of 64 KiB whatever the stream says. That bytes belong to their hash is
 * for the sink to verify. Confined to one thread; close it.
 */
public final class BlobStreamParser implements AutoCloseable {
    /** Where parts go. The bytes are valid during the call only. */
    public interface Sink {
        /** Plain bytes of a blob from {@code offset} on; successive calls for one blob join on. */
        void part(BlobHash hash, long offset, byte[] bytes, int length) throws IOException;

        /** The sender does not have this blob. */
        void absent(BlobHash hash) throws IOException;
    }

    private final Sink sink;
    private final Inflater inflater = new Inflater(true);
    private final byte[] header = new byte[WireFormat.HEADER];
    private final byte[] plain = new byte[WireFormat.PART];
    private final byte[] spare = new byte[1];
    private int headerFill;
    private int plainFill;
    private int wireLeft;
    private int plainLength;
    private boolean deflated;
    private boolean inPart;
    private long offset;
    private long consumed;
    private BlobHash hash = new BlobHash("0".repeat(64));

    public BlobStreamParser(Sink sink) {
        this.sink = sink;
    }

    /**
     * Takes the next bytes of the stream.
     *
     * @throws BrokenStream when they break the format; nothing of the offending part was handed on
     */
    public void feed(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (inPart) {
                body(bytes);
            } else {
                int take = Math.min(bytes.remaining(), WireFormat.HEADER - headerFill);
                bytes.get(header, headerFill, take);
                headerFill += take;
                consumed += take;
                if (headerFill == WireFormat.HEADER) {
                    headerFill = 0;
                    begin(ByteBuffer.wrap(header));
                }
            }
        }
    }

    /** No more will come: hands on what there is of an unfinished part. Whether all came is the sink's to know. */
    public void end() throws IOException {
        if (inPart && plainFill > 0) {
            inPart = false;
            sink.part(hash, offset, plain, plainFill);
        }
    }

    @Override
    public void close() {
        inflater.end();
    }

    private void begin(ByteBuffer record) throws IOException {
        byte[] digest = new byte[WireFormat.HASH];
        record.get(digest);
        hash = new BlobHash(HexFormat.of().formatHex(digest));
        offset = record.getLong();
        plainLength = record.getInt();
        int flags = record.get();
        wireLeft = record.getInt();
        deflated = flags == WireFormat.DEFLATED;
        check(flags);
        if (flags == WireFormat.ABSENT) {
            sink.absent(hash);
            return;
        }
        plainFill = 0;
        inflater.reset();
        inPart = true;
        if (wireLeft == 0) {
            finish();
        }
    }

    private void check(int flags) throws BrokenStream {
        boolean lengthsFit = plainLength >= 0
                && plainLength <= WireFormat.PART
                && wireLeft >= 0
                && wireLeft <= plainLength
                && offset >= 0
                && offset <= Long.MAX_VALUE - plainLength;
        boolean flagsFit = switch (flags) {
            case 0 -> wireLeft == plainLength;
            case WireFormat.DEFLATED -> wireLeft > 0;
            case WireFormat.ABSENT -> plainLength == 0;
            default -> false;
        };
        if (!lengthsFit || !flagsFit) {
            throw broken("a record with impossible lengths or flags");
        }
    }

    private void body(ByteBuffer bytes) throws IOException {
        int take = Math.min(bytes.remaining(), wireLeft);
        if (deflated) {
            inflate(bytes.slice().limit(take));
            bytes.position(bytes.position() + take);
        } else {
            bytes.get(plain, plainFill, take);
            plainFill += take;
        }
        wireLeft -= take;
        consumed += take;
        if (wireLeft == 0) {
            finish();
        }
    }

    private void inflate(ByteBuffer wire) throws BrokenStream {
        inflater.setInput(wire);
        try {
            while (!inflater.needsInput() && !inflater.finished()) {
                int room = plainLength - plainFill;
                int came = room > 0 ? inflater.inflate(plain, plainFill, room) : inflater.inflate(spare);
                boolean stuck = came == 0 && !inflater.needsInput() && !inflater.finished();
                if (room == 0 && came > 0 || stuck) {
                    throw discard("a compressed part is longer than it says");
                }
                plainFill += came;
            }
        } catch (DataFormatException malformed) {
            throw discard("a compressed part is not DEFLATE");
        }
        if (wire.hasRemaining()) {
            throw discard("a compressed part ends before its stated length");
        }
    }

    private void finish() throws IOException {
        if (plainFill != plainLength || deflated && !inflater.finished()) {
            throw discard("a part has fewer bytes than it says");
        }
        inPart = false;
        sink.part(hash, offset, plain, plainLength);
    }

    private BrokenStream discard(String what) {
        inPart = false;
        plainFill = 0;
        return broken(what);
    }

    private BrokenStream broken(String what) {
        return new BrokenStream("blob stream: " + what + ", at byte " + consumed);
    }
}
