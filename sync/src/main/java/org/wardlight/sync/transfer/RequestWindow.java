// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.util.ArrayList;
import java.util.List;

/**
 * How much to ask for at a time: little until the first images are here, then twice as much after each request that went
 * well, half after each that broke. One stream answers it in order, so it costs no round trip for each blob. One thread.
 */
final class RequestWindow {
    private static final long FIRST = 1L << 20;
    private static final long LEAST = 256L << 10;
    private static final long MOST = 32L << 20;
    private static final int MOST_BLOBS = 256;

    private long bytes = FIRST;

    /** The first of the missing blobs that fit, at least one. */
    <T extends Sized> List<T> take(Iterable<T> missing) {
        List<T> taken = new ArrayList<>();
        long left = bytes;
        for (T one : missing) {
            if (!taken.isEmpty() && (left < one.bytes() || taken.size() == MOST_BLOBS)) {
                break;
            }
            taken.add(one);
            left -= one.bytes();
        }
        return taken;
    }

    void wentWell() {
        bytes = Math.min(MOST, bytes * 2);
    }

    void broke() {
        bytes = Math.max(LEAST, bytes / 2);
    }

    /** Something that takes so many bytes to fetch. */
    interface Sized {
        long bytes();
    }
}
