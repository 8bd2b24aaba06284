// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scp;

import java.io.IOException;
import java.io.InputStream;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.ingest.Outcome;

/** Port to where objects go that arrive. Thread-safe. */
@FunctionalInterface
public interface Intakes {
    /**
     * Takes in one object. When this returns, it is kept on disk or refused.
     *
     * @param from who sends it
     * @throws IOException when the store can take no more
     */
    Outcome take(Arrival arrival, AeTitle from, InputStream dataSet) throws IOException;

    /** What is announced of an object before its data set comes. */
    record Arrival(String sopClass, String sopInstance, String transferSyntax) {}
}
