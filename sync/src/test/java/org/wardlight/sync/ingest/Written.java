// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.TransferSyntax;

/** Files for tests, sound and otherwise. */
final class Written {
    private Written() {}

    static byte[] bytes(DataSet data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, out);
        return out.toByteArray();
    }

    /** The same file, but its native pixel data says that it is this long (as much of it as 32 bits hold). */
    static byte[] declaring(byte[] file, long length) {
        byte[] changed = file.clone();
        ByteBuffer buffer = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = changed.length - 12; i >= 0; i--) {
            if (buffer.getInt(i) == 0x00107FE0) {
                buffer.putInt(i + 8, (int) Math.min(length, 0xFFFFFFFEL));
                return changed;
            }
        }
        throw new IllegalArgumentException("no pixel data");
    }
}
