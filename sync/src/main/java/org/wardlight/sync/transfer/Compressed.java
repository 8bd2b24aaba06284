// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

/** Knows by their first bytes the formats that do not get smaller again. */
final class Compressed {
    private static final int[] JPEG = {0xff, 0xd8, 0xff};
    private static final int[] PNG = {0x89, 'P', 'N', 'G'};

    private Compressed() {}

    /** Whether a blob that begins with these bytes is a JPEG or PNG file. */
    static boolean isImage(byte[] start, int length) {
        return begins(start, length, JPEG) || begins(start, length, PNG);
    }

    private static boolean begins(byte[] start, int length, int[] magic) {
        if (length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((start[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
