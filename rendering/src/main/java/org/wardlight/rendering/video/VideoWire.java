// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.video;

/**
 * What parent and child say to each other.
 *
 * <pre>asked:    FRAME | stream (long) | bytes of the stream (long) | rows columns (int) | depth (int) | frame from 1 (int)
 *           REMUX | stream | bytes
 * answered: any number of  READ | position (long) | length (int), to which the parent sends those bytes,
 *           and of         WRITE | length (int) | bytes
 *           then           DONE | for a frame: rows * columns * 3 values of one byte, or two in little endian
 *           or             FAILED | 1 malformed, 2 unsupported, 3 limit | message (UTF)</pre>
 */
final class VideoWire {
    static final int FRAME = 1;
    static final int REMUX = 2;

    static final int READ = 10;
    static final int WRITE = 11;
    static final int DONE = 12;
    static final int FAILED = 13;

    private VideoWire() {}
}
