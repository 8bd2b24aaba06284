// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.wardlight.rendering.dicom.ByteSource;

/** A multipart/related answer (RFC 2387, PS3.18 8.6.1.2) that goes out part by part. One thread. */
final class Related {
    private final OutputStream out;
    private final String boundary = "wardlight-" + UUID.randomUUID();

    /** @param type of its parts */
    Related(Context context, String type) throws IOException {
        context.contentType("multipart/related; type=\"" + type + "\"; boundary=\"" + boundary + "\"");
        this.out = context.outputStream();
    }

    /** Begins a part; its bytes go to the returned stream, which stays open. */
    OutputStream part(String contentType, String location) throws IOException {
        write("--" + boundary + "\r\nContent-Type: " + contentType + "\r\nContent-Location: " + location + "\r\n\r\n");
        return out;
    }

    void endPart() throws IOException {
        write("\r\n");
    }

    void end() throws IOException {
        write("--" + boundary + "--\r\n");
        out.flush();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    static void copy(ByteSource source, OutputStream out) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (long at = 0; at < source.size(); ) {
            int count = (int) Math.min(buffer.length, source.size() - at);
            source.read(at, buffer, 0, count);
            out.write(buffer, 0, count);
            at += count;
        }
    }
}
