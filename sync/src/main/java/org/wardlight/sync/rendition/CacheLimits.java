// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

/**
 * What the caches of rendered tiles may hold, in bytes.
 *
 * @param encodedBytes tiles and strips as they are sent
 * @param pyramidBytes decoded frames with all levels
 * @param headerBytes parsed headers, as estimated from their size in the file
 * @param decodingBytes frames being decoded at one time; one that is larger alone is decoded alone
 */
public record CacheLimits(long encodedBytes, long pyramidBytes, long headerBytes, long decodingBytes) {
    private static final long MIB = 1L << 20;

    public CacheLimits {
        if (encodedBytes < 0 || pyramidBytes < 0 || headerBytes < 0 || decodingBytes <= 0) {
            throw new IllegalArgumentException("cache limits must not be negative");
        }
    }

    /** 96 MiB encoded (all exact tiles of a 300-slice CT), 96 MiB decoded, 24 MiB of headers, less where the heap is below 512 MiB. */
    public static CacheLimits forHeap(long heapBytes) {
        return new CacheLimits(
                Math.min(96 * MIB, heapBytes / 5),
                Math.min(96 * MIB, heapBytes / 5),
                Math.min(24 * MIB, heapBytes / 20),
                Math.max(16 * MIB, heapBytes / 4));
    }
}
