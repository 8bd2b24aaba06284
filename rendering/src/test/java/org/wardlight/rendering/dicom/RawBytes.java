// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of data sets put together by hand, for what a sound writer would not write. Little endian. */
final class RawBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static RawBytes create() {
        return new RawBytes();
    }

    /** An explicit element with a 16-bit length, which is stated as given. */
    RawBytes explicit(int tag, String vr, int length, String value) {
        return tag(tag).text(vr).u16(length).text(value);
    }

    RawBytes explicit(int tag, String vr, String value) {
        return explicit(tag, vr, value.length(), value);
    }

    /** An explicit element's header with a 32-bit length. */
    RawBytes explicitLong(int tag, String vr, long length) {
        return tag(tag).text(vr).u16(0).u32(length);
    }

    /** An implicit element's header, or an item's. */
    RawBytes implicit(int tag, long length) {
        return tag(tag).u32(length);
    }

    RawBytes implicit(int tag, String value) {
        return implicit(tag, value.length()).text(value);
    }

    RawBytes tag(int tag) {
        return u16(tag >>> 16).u16(tag);
    }

    RawBytes u16(int value) {
        bytes.write(value);
        bytes.write(value >>> 8);
        return this;
    }

    RawBytes u32(long value) {
        return u16((int) value & 0xFFFF).u16((int) (value >>> 16) & 0xFFFF);
    }

    RawBytes text(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    RawBytes bytes(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    RawBytes bytes(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    /** With preamble and a meta group of this transfer syntax in front. */
    byte[] toFile(TransferSyntax syntax) {
        return create().bytes(new byte[128])
                .text("DICM")
                .explicit(
                        Tag.TRANSFER_SYNTAX_UID,
                        "UI",
                        syntax.uid().length() % 2 == 0 ? syntax.uid() : syntax.uid() + "\0")
                .bytes(toBytes())
                .toBytes();
    }
}
