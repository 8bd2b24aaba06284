// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The SHA-256 of some bytes, as 64 lower-case hexadecimal digits. */
public record BlobHash(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public BlobHash {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal");
        }
    }

    /** From the 32 bytes of a digest. */
    public static BlobHash of(byte[] digest) {
        return new BlobHash(HexFormat.of().formatHex(digest));
    }

    /** The hash of these bytes. */
    public static BlobHash hashing(byte[] bytes) {
        return of(digest().digest(bytes));
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** A new SHA-256, for bytes that come in parts. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
