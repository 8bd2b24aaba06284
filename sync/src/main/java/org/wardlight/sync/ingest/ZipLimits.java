// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

/**
 * What a ZIP archive may ask for, so that a small one cannot fill a disk.
 *
 * @param entries how many files
 * @param ratio how many times as large as packed a file may be, once it is larger than 1 MiB
 * @param bytes of all files, unpacked
 */
public record ZipLimits(int entries, long ratio, long bytes) {
    /** Black frames pack a thousandfold, but objects of them are rare; a study of 64 GiB does not come as one archive. */
    public static final ZipLimits STANDARD = new ZipLimits(200_000, 1_100, 64L << 30);

    /** Below this a ratio says nothing. */
    static final long SMALL = 1L << 20;

    public ZipLimits {
        if (entries <= 0 || ratio <= 0 || bytes <= 0) {
            throw new IllegalArgumentException("every limit must be positive");
        }
    }
}
