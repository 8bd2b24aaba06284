// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.pdu;

import java.nio.charset.StandardCharsets;

/** Reads the body of a PDU, big endian, and never past the end of the item that it is in. One thread. */
final class PduBytes {
    private final byte[] bytes;
    private final int end;
    private int at;

    PduBytes(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private PduBytes(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    boolean hasMore() {
        return at < end;
    }

    int u8() throws MalformedPdu {
        need(1);
        return bytes[at++] & 0xFF;
    }

    int u16() throws MalformedPdu {
        return u8() << 8 | u8();
    }

    long u32() throws MalformedPdu {
        return (long) u16() << 16 | u16();
    }

    void skip(int count) throws MalformedPdu {
        need(count);
        at += count;
    }

    byte[] take(int count) throws MalformedPdu {
        need(count);
        byte[] taken = new byte[count];
        System.arraycopy(bytes, at, taken, 0, count);
        at += count;
        return taken;
    }

    byte[] rest() throws MalformedPdu {
        return take(end - at);
    }

    String text(int count) throws MalformedPdu {
        return new String(take(count), StandardCharsets.ISO_8859_1);
    }

    /** A UID: zeros and blanks that pad it do not count. */
    String uid(int count) throws MalformedPdu {
        String text = text(count);
        int length = text.length();
        while (length > 0 && text.charAt(length - 1) <= ' ') {
            length--;
        }
        return text.substring(0, length);
    }

    String uidRest() throws MalformedPdu {
        return uid(end - at);
    }

    /** The next bytes as an item of their own. */
    PduBytes item(int count) throws MalformedPdu {
        need(count);
        at += count;
        return new PduBytes(bytes, at - count, at);
    }

    private void need(int count) throws MalformedPdu {
        if (count > end - at) {
            throw MalformedPdu.invalid(
                    "an item at byte " + at + " needs " + count + " bytes, " + (end - at) + " are left");
        }
    }
}
