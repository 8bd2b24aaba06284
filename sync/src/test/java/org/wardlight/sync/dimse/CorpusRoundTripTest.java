// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.MemoryBlobs;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.dimse.scp.Expected;
import org.wardlight.sync.dimse.scp.IngesterIntake;
import org.wardlight.sync.dimse.scp.StoreScp;
import org.wardlight.sync.dimse.scu.Outgoing;
import org.wardlight.sync.dimse.scu.Puller;
import org.wardlight.sync.dimse.scu.RetrieveScu.Watch;
import org.wardlight.sync.dimse.scu.Sent;
import org.wardlight.sync.dimse.scu.StoreScu;
import org.wardlight.sync.ingest.IngestItem;
import org.wardlight.sync.ingest.Outcome;

/** Every object of the corpus goes to a peer and comes back with the same data set, byte for byte. */
class CorpusRoundTripTest {
    private static final long LARGEST = 2 << 20;

    @Test
    void what_is_pushed_comes_back_by_get_byte_for_byte() throws Exception {
        Path corpus = Path.of(System.getProperty("wardlight.corpus", "none"));
        assumeTrue(Files.isDirectory(corpus), "the corpus is not here");
        try (TestNode source = TestNode.knowing("WARDLIGHT");
                TestNode peer = TestNode.knowing("WARDLIGHT");
                TestNode back = TestNode.knowing("WARDLIGHT")) {
            Map<String, Outgoing> objects = take(corpus, source);
            List<Sent> failed = new ArrayList<>();
            new StoreScu(TestNode.requestor("WARDLIGHT")).send(peer.peer(), List.copyOf(objects.values()), sent -> {
                if (!sent.arrived()) {
                    failed.add(sent);
                }
            });
            assertThat(failed).isEmpty();
            Puller puller = new Puller(
                    TestNode.requestor("WARDLIGHT"),
                    new StoreScp(new IngesterIntake(back.ingester), new Expected())::handle,
                    java.util.Optional.empty(),
                    uid -> back.catalog.instance(uid).isPresent());
            for (String study : studies(objects, source)) {
                assertThat(puller.pull(peer.peer(), study, Puller.Way.GET, Watch.of(counts -> {}, () -> false))
                                .message())
                        .isEmpty();
            }
            int same = 0;
            for (String uid : objects.keySet()) {
                same += java.util.Arrays.equals(data(source, uid), data(back, uid)) ? 1 : 0;
            }
            assertThat(same).isEqualTo(objects.size()).isGreaterThan(100);
        }
    }

    private static Map<String, Outgoing> take(Path corpus, TestNode node) throws IOException {
        Map<String, Outgoing> objects = new LinkedHashMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(corpus)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            if (Files.size(file) > LARGEST) {
                continue;
            }
            Outcome outcome = node.ingester.ingest(IngestItem.file(file.toString(), file));
            var object = outcome.object();
            // A syntax that only its maker knows is not agreed to: nobody could tell where a value ends.
            if (object != null
                    && outcome.kind() == Outcome.Kind.ADDED
                    && TransferSyntax.of(object.instance().transferSyntax()).isKnown()) {
                var instance = object.instance();
                BlobHash blob = instance.blob();
                MemoryBlobs blobs = node.blobs;
                objects.put(
                        instance.instance(),
                        new Outgoing(
                                instance.sopClass(),
                                instance.instance(),
                                instance.transferSyntax(),
                                () -> blobs.open(blob)));
            }
        }
        return objects;
    }

    private static List<String> studies(Map<String, Outgoing> objects, TestNode node) {
        return objects.keySet().stream()
                .flatMap(uid -> node.catalog.instance(uid).stream())
                .map(LocatedInstance::study)
                .distinct()
                .toList();
    }

    private static byte[] data(TestNode node, String uid) throws IOException {
        BlobHash blob = node.catalog.instance(uid).orElseThrow().instance().blob();
        try (ByteSource source = node.blobs.open(blob)) {
            return CorpusFiles.dataSet(source);
        }
    }
}
