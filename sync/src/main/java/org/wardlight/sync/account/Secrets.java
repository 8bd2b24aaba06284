// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Secrets that are given out once and kept as their SHA-256. Thread-safe. */
final class Secrets {
    private final SecureRandom random = new SecureRandom();

    /** 256 random bits, safe in a URL and a header. */
    String token() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A pairing code for people to type: nine digits as 123-456-789. */
    String code() {
        int number = random.nextInt(1_000_000_000);
        return "%03d-%03d-%03d".formatted(number / 1_000_000, number / 1_000 % 1_000, number % 1_000);
    }

    /** 64 random bits in hexadecimal. */
    String id() {
        return HexFormat.of().toHexDigits(random.nextLong());
    }

    static String sha256(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
