// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.media;

import java.io.IOException;
import java.io.OutputStream;

/** What files are put on, one after the other. One thread. */
public interface Medium {
    /**
     * Puts a file.
     *
     * @param path its parts apart by {@code /}
     */
    void file(String path, Content content) throws IOException;

    /** The bytes of a file, written once. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
