// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over facts, each ended so that no two sequences of facts look alike. One thread. */
final class Digest {
    private static final int SHORT = 8;

    private final MessageDigest sha256;

    Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    Digest add(String fact) {
        sha256.update(fact.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        return this;
    }

    /** The first eight hexadecimal digits: enough to tell versions of one thing apart. */
    String shortHex() {
        return HexFormat.of().formatHex(sha256.digest()).substring(0, SHORT);
    }
}
