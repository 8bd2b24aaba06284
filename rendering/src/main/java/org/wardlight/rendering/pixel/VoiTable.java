// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.wardlight.rendering.codec.LookupTable;

/**
 * A VOI LUT as viewers get it (PS3.3 C.11.2.1.1). A rescaled value is rounded half up; below {@code first} it takes the first entry, past
 * the end the last. An entry of 2^bits - 1 is white.
 *
 * @param first the rescaled value that the first entry belongs to
 * @param bits bits of an entry, 8 to 16
 * @param entries unsigned 16-bit numbers, low byte first, in Base64
 */
public record VoiTable(int first, int bits, String entries) {
    private static final int ID_BYTES = 8;

    public static VoiTable of(LookupTable table) {
        return new VoiTable(table.first(), table.bits(), Base64.getEncoder().encodeToString(words(table)));
    }

    /** The same for equal tables, and for no others: sixteen hexadecimal digits. */
    public String id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((first + " " + bits + " ").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            digest.update(entries.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static byte[] words(LookupTable table) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * table.entries().length).order(ByteOrder.LITTLE_ENDIAN);
        for (char entry : table.entries()) {
            bytes.putChar(entry);
        }
        return bytes.array();
    }
}
