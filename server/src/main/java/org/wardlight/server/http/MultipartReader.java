// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.io.EofException;

/**
 * The parts of a multipart body (RFC 2046 5.1), one after the other, each as a stream; holds 64 KiB whatever the size of a
 * part. One thread. A body that breaks the form is {@link Refused} as {@link ProblemKind#BAD_BODY}.
 */
public final class MultipartReader {
    private static final int LONGEST_HEADERS = 8 * 1024;
    /** The standard allows 70; Orthanc sends two UUIDs, which are 73. */
    private static final int LONGEST_BOUNDARY = 200;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[64 * 1024];
    private int from;
    private int to;
    private boolean inputEnded;
    private boolean partEnded;

    public MultipartReader(InputStream in, String boundary) {
        if (boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw new Refused(ProblemKind.BAD_BODY);
        }
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first delimiter may stand at the very start, without the line break that belongs to it.
        buffer[to++] = '\r';
        buffer[to++] = '\n';
    }

    /** Goes to the next part, past what is left of this one; false after the last. */
    public boolean next() throws IOException {
        drain();
        int first = one();
        int second = one();
        if (first == '-' && second == '-') {
            return false;
        }
        while (first != '\r' || second != '\n') {
            if (first != ' ' && first != '\t') {
                throw new Refused(ProblemKind.BAD_BODY);
            }
            first = second;
            second = one();
        }
        return true;
    }

    /** The header fields of the part, names in lower case; to be called once, before {@link #body()}. */
    public Map<String, String> headers() throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        int left = LONGEST_HEADERS;
        for (String line = line(left); !line.isEmpty(); line = line(left)) {
            left -= line.length();
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        partEnded = false;
        return fields;
    }

    /** The bytes of the part, up to the next delimiter. Closing it does nothing. */
    public InputStream body() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return readBody(target, offset, length);
            }
        };
    }

    private int readBody(byte[] target, int offset, int length) throws IOException {
        if (partEnded) {
            return -1;
        }
        fill(delimiter.length);
        int found = find();
        int end = found >= 0 ? found : to - delimiter.length + 1;
        if (found == from) {
            from += delimiter.length;
            partEnded = true;
            return -1;
        }
        if (end <= from) {
            throw new Refused(ProblemKind.BAD_BODY);
        }
        int count = Math.min(length, end - from);
        System.arraycopy(buffer, from, target, offset, count);
        from += count;
        return count;
    }

    private void drain() throws IOException {
        byte[] sink = new byte[8192];
        int count = 0;
        while (count >= 0) {
            count = readBody(sink, 0, sink.length);
        }
    }

    private int find() {
        for (int at = from; at <= to - delimiter.length; at++) {
            if (buffer[at] == '\r'
                    && Arrays.equals(buffer, at, at + delimiter.length, delimiter, 0, delimiter.length)) {
                return at;
            }
        }
        return -1;
    }

    private String line(int longest) throws IOException {
        var text = new StringBuilder();
        while (text.length() < longest) {
            char c = (char) one();
            if (c == '\n') {
                return text.toString().stripTrailing();
            }
            text.append(c);
        }
        throw new Refused(ProblemKind.BAD_BODY);
    }

    private int one() throws IOException {
        fill(1);
        if (from == to) {
            throw new Refused(ProblemKind.BAD_BODY);
        }
        return buffer[from++] & 0xFF;
    }

    /** A request that breaks off is its sender's going away, and no fault of ours. */
    private int received() throws IOException {
        try {
            return in.read(buffer, to, buffer.length - to);
        } catch (IOException gone) {
            throw new EofException(gone);
        }
    }

    /** Has at least so many bytes in the buffer, if the input has them. */
    private void fill(int wanted) throws IOException {
        if (to - from >= wanted || inputEnded) {
            return;
        }
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        while (to < wanted && !inputEnded) {
            int count = received();
            inputEnded = count < 0;
            to += Math.max(count, 0);
        }
    }
}
