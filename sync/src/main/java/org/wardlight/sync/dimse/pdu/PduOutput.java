// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.pdu;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Writes the body of a PDU, big endian. One thread. */
final class PduOutput {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void u8(int value) {
        bytes.write(value);
    }

    void u16(int value) {
        u8(value >>> 8);
        u8(value);
    }

    void u32(long value) {
        u16((int) (value >>> 16));
        u16((int) value);
    }

    void bytes(byte[] values) {
        bytes.writeBytes(values);
    }

    void text(String text) {
        bytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** A text after its length. */
    void counted(String text) {
        u16(text.length());
        text(text);
    }

    /** An AE title, padded with blanks. */
    void title(String title) {
        text((title + " ".repeat(16)).substring(0, 16));
    }

    void zeros(int count) {
        bytes(new byte[count]);
    }

    /** An item: type, a zero, length, content. */
    void item(int type, Consumer<PduOutput> content) {
        PduOutput inner = new PduOutput();
        content.accept(inner);
        u8(type);
        u8(0);
        if (inner.bytes.size() > 0xFFFF) {
            throw new IllegalArgumentException(
                    "an item of " + inner.bytes.size() + " bytes is too long for its length");
        }
        u16(inner.bytes.size());
        bytes(inner.toByteArray());
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
