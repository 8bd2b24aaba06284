// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.wardlight.sync.blob.BlobHash;

/**
 * A tile or strip as it goes over the wire.
 *
 * @param bytes the image file; shared, not to be changed
 * @param mediaType such as {@code image/jpeg}
 * @param etag stands for the bytes, without quotes: for what may be kept as a blob their SHA-256 in hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent")
public record Rendered(byte[] bytes, String mediaType, String etag) {
    /** What may be kept. */
    static Rendered blob(byte[] bytes, String mediaType) {
        return new Rendered(bytes, mediaType, BlobHash.hashing(bytes).hex());
    }

    /** What is not kept: two sums of another kind tell the versions of one address apart for a hundredth of the work. */
    static Rendered passing(byte[] bytes, String mediaType) {
        return new Rendered(bytes, mediaType, sum(new CRC32(), bytes) + sum(new CRC32C(), bytes));
    }

    private static String sum(Checksum sum, byte[] bytes) {
        sum.update(bytes, 0, bytes.length);
        return Long.toHexString(0x1_0000_0000L | sum.getValue());
    }
}
