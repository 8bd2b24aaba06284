// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.util.regex.Pattern;

/** The SHA-256 of some bytes, as 64 lower-case hexadecimal digits. */
public record BlobHash(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public BlobHash {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
