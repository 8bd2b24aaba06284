// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import java.util.List;

/**
 * What became of everything that a source had.
 *
 * @param bytes of all that was added or flagged
 * @param rejected items not kept, and what the source named as missing or unreadable
 * @param problems those that were rejected or flagged, each with its reason; at most {@value #MOST}
 */
public record IngestReport(
        long added, long duplicates, long conflicts, long rejected, long bytes, List<Outcome> problems) {
    public static final int MOST = 10_000;

    public IngestReport {
        problems = List.copyOf(problems);
    }

    /** Whether everything was an object that is here now, and may be shown. */
    public boolean allGood() {
        return rejected == 0 && conflicts == 0;
    }
}
