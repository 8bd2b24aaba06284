// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.upload;

import java.time.Instant;
import java.util.List;

/**
 * One file on its way in.
 *
 * @param id a UUID
 * @param owner who sends it: nobody else sees it or adds to it
 * @param name what its sender calls it
 * @param key by which a sender knows it again when the page was left: the same choice of files has the same key
 * @param bytes of the whole file
 * @param received how many are here, from the first on
 * @param begun when it was announced
 * @param result what it came to; {@link Result#NONE} while bytes are missing or it is being read
 */
public record Upload(
        String id,
        String owner,
        String name,
        String key,
        long bytes,
        long received,
        Instant begun,
        State state,
        Result result) {

    /** Words on the wire in lower case. */
    public enum State {
        /** Bytes are missing. */
        RECEIVING,
        /** All bytes are here; the objects in them are being stored. */
        READING,
        /** Everything in it was dealt with. */
        DONE,
        /** The store could take no more; the bytes are kept, and it can be tried again. */
        FAILED
    }

    /**
     * What the objects in it came to.
     *
     * @param items that were looked at
     * @param of how many there are; -1 when not known
     * @param studies that objects of it belong to, the first {@value #MOST}
     * @param problems what was not taken or was flagged, and why; the first {@value #MOST}
     */
    public record Result(
            long items,
            long of,
            long added,
            long duplicates,
            long conflicts,
            long rejected,
            List<String> studies,
            List<Trouble> problems) {
        public static final int MOST = 100;
        public static final Result NONE = new Result(0, -1, 0, 0, 0, 0, List.of(), List.of());

        public Result {
            studies = List.copyOf(studies);
            problems = List.copyOf(problems);
        }
    }

    /** One file that was not taken or was flagged, by its name within what was sent, and why in words. */
    public record Trouble(String name, String reason) {}

    Upload with(long nowReceived, State nowState, Result nowResult) {
        return new Upload(id, owner, name, key, bytes, nowReceived, begun, nowState, nowResult);
    }
}
