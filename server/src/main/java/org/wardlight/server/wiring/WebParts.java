// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.wiring;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.wardlight.server.http.MediaType;
import org.wardlight.server.http.MultipartReader;
import org.wardlight.server.http.Refused;

/** The first part of an answer of another archive. */
final class WebParts {
    private WebParts() {}

    static InputStream first(String contentType, InputStream body) throws IOException {
        MediaType type = MediaType.parse(contentType);
        if (!type.name().startsWith("multipart/")) {
            return body;
        }
        try {
            MultipartReader parts =
                    new MultipartReader(body, type.parameter("boundary").orElse(""));
            if (!parts.next()) {
                throw new EOFException("its answer holds no object");
            }
            parts.headers();
            return parts.body();
        } catch (Refused malformed) {
            throw new IOException("its answer cannot be told apart into parts", malformed);
        }
    }
}
