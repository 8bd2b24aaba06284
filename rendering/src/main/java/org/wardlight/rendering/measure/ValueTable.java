// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.measure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The entries of a Real World Value LUT (0040,9212).
 *
 * @param entries 64-bit floating point numbers, low byte first, in Base64
 */
public record ValueTable(String entries) {
    private static final int ID_BYTES = 8;

    public static ValueTable of(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return new ValueTable(Base64.getEncoder().encodeToString(bytes.array()));
    }

    /** The same for equal tables, and for no others: sixteen hexadecimal digits. */
    public String id() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(entries.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
