// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.pull;

import java.io.IOException;
import java.io.InputStream;

/** Finds the one object in an answer that may come in parts. */
@FunctionalInterface
public interface Splitter {
    /**
     * The bytes of the first part, or of the whole body when it has no parts.
     *
     * @param contentType as the server states it
     * @throws IOException when the parts cannot be told apart
     */
    InputStream first(String contentType, InputStream body) throws IOException;
}
