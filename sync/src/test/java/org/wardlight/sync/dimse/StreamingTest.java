// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.sync.dimse.scp.Intakes.Arrival;
import org.wardlight.sync.dimse.scu.Outgoing;
import org.wardlight.sync.dimse.scu.StoreScu;
import org.wardlight.sync.ingest.Outcome;

/** Objects that are larger than the memory. */
class StreamingTest {
    private static final String RAW = "1.2.840.10008.5.1.4.1.1.66";
    private static final long SIZE = 3L << 30;

    /** A file of a head and then zeros without end in memory. */
    private record Sparse(byte[] head) implements ByteSource {
        @Override
        public long size() {
            return SIZE;
        }

        @Override
        public void read(long position, byte[] target, int offset, int length) {
            java.util.Arrays.fill(target, offset, offset + length, (byte) 0);
            if (position < head.length) {
                int count = (int) Math.min(length, head.length - position);
                System.arraycopy(head, (int) position, target, offset, count);
            }
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Test
    void an_object_of_three_gigabytes_goes_through_a_heap_of_one() throws Exception {
        AtomicLong bytes = new AtomicLong();
        byte[] head = DicomWriter.head(RAW, "2.25.5", "1.2.840.10008.1.2.1", "");
        try (TestNode node = TestNode.with(
                config -> config,
                intakes -> (arrival, from, data) -> {
                    bytes.set(data.transferTo(java.io.OutputStream.nullOutputStream()));
                    return outcome(arrival);
                },
                "SCU")) {
            Outgoing object = new Outgoing(RAW, "2.25.5", "1.2.840.10008.1.2.1", () -> new Sparse(head));
            assertThat(new StoreScu(TestNode.requestor("SCU"))
                            .send(node.peer(), List.of(object), sent -> {})
                            .allArrived())
                    .isTrue();
        }
        assertThat(bytes).hasValue(SIZE - head.length);
    }

    private static Outcome outcome(Arrival arrival) throws IOException {
        return new Outcome(arrival.sopInstance(), Outcome.Kind.ADDED, "", SIZE, null);
    }
}
