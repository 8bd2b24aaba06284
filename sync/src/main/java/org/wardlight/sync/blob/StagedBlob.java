// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.io.Closeable;
import java.io.IOException;
import org.wardlight.rendering.dicom.ByteSource;

/** Bytes that were taken in and hashed, but are no blob until they are kept. Closing drops what was not kept. One thread. */
public interface StagedBlob extends Closeable {
    BlobHash hash();

    /** The bytes; good until this is kept or closed, whichever is first. */
    ByteSource source() throws IOException;

    /** Makes them a blob, atomically: after any crash it is whole or absent; changes nothing when there is one of that hash. */
    void keep() throws IOException;
}
