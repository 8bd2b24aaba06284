// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Entity tags and conditional requests (RFC 9110 8.8.3, 13.1.2). */
public final class Etags {
    private Etags() {}

    /** The tag of some bytes: the first 128 bits of their SHA-256. */
    public static String of(byte[] bytes) {
        return '"' + HexFormat.of().formatHex(sha256(bytes), 0, 16) + '"';
    }

    /** Sets the ETag; answers 304 and says true when the client holds it already. */
    public static boolean unchanged(Context context, String etag) {
        context.header("ETag", etag);
        String held = context.header("If-None-Match");
        if (held == null || !names(held, etag)) {
            return false;
        }
        context.status(304);
        return true;
    }

    private static boolean names(String header, String etag) {
        for (String entry : header.split(",", -1)) {
            String tag = entry.strip();
            if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) {
                return true;
            }
        }
        return false;
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
