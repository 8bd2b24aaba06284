// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import org.wardlight.rendering.RenderingException.LimitExceeded;

/**
 * What decoding one frame may cost in the codecs that run in this process, where nobody can stop a thread. Their work follows from the
 * length of the codestream, from the number of samples, and for DCT from the number of scans: each is bounded before it is begun, so that
 * a few bytes cannot hold a thread for more than about two seconds. Frames that are large because somebody sent that much are not hostile.
 */
final class WorkBudget {
    /** Markers of a codestream; real ones have a dozen or, with a colour profile in pieces, some hundred. */
    static final int SEGMENTS = 4096;

    /** Samples that are decoded from any number of bytes. */
    private static final long FREE_SAMPLES = 1L << 26;
    /** Beyond those, samples that a byte may stand for: more than any picture of that size has. */
    private static final long SAMPLES_PER_BYTE = 200;
    /** Blocks of 64 coefficients that all scans together may go over. */
    private static final long BLOCK_VISITS = 1L << 26;

    private WorkBudget() {}

    /**
     * @throws LimitExceeded when a large frame is said to be in a codestream of almost nothing
     */
    static void frame(byte[] codestream, FrameLayout layout) {
        if (layout.values() > FREE_SAMPLES && layout.values() / SAMPLES_PER_BYTE > codestream.length) {
            throw new LimitExceeded("a codestream of " + codestream.length + " bytes for " + layout.values()
                    + " samples: more than " + SAMPLES_PER_BYTE + " samples a byte, which no picture of that size has");
        }
    }

    /**
     * @throws LimitExceeded when the scans of a DCT codestream go over the frame too often
     */
    static void scans(byte[] codestream, JpegInfo info) {
        long scans = 0;
        for (int i = 0; i + 1 < codestream.length; i++) {
            scans += codestream[i] == (byte) 0xFF && codestream[i + 1] == (byte) JpegSegments.SOS ? 1 : 0;
        }
        long blocks = (info.rows() + 7L)
                / 8
                * ((info.columns() + 7L) / 8)
                * info.components().size();
        if (scans > 1 && scans * blocks > BLOCK_VISITS) {
            throw new LimitExceeded("the JPEG codestream goes " + scans + " times over " + blocks
                    + " blocks, the limit is " + BLOCK_VISITS + " in all");
        }
    }
}
