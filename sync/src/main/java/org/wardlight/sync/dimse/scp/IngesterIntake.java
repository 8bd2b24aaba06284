// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.sync.catalog.NewInstance;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.ingest.IngestItem;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.ingest.Outcome;

/** Arrivals go into the store by the one way in, with the head of a file in front; their bytes are hashed and written as they come. */
public record IngesterIntake(Ingester ingester) implements Intakes {
    /** Begins the reason of what is refused because its data says another thing than its announcement. */
    static final String MISMATCH = "announced as another object: ";

    @Override
    public Outcome take(Arrival arrival, AeTitle from, InputStream dataSet) throws IOException {
        byte[] head =
                DicomWriter.head(arrival.sopClass(), arrival.sopInstance(), arrival.transferSyntax(), from.value());
        return ingester.ingest(
                new Announced(arrival, new SequenceInputStream(new ByteArrayInputStream(head), dataSet)));
    }

    private record Announced(Arrival arrival, InputStream bytes) implements IngestItem {
        @Override
        public String name() {
            return arrival.sopInstance();
        }

        @Override
        public InputStream open() {
            return bytes;
        }

        @Override
        public String objection(NewInstance object) {
            if (!object.instance().instance().equals(arrival.sopInstance())) {
                return MISMATCH + "SOP Instance UID";
            }
            return object.instance().sopClass().equals(arrival.sopClass()) ? "" : MISMATCH + "SOP Class UID";
        }
    }
}
