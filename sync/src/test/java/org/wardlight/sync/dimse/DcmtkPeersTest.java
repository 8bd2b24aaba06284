// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.FileByteSource;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.rendering.tile.Frames;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.message.Root;
import org.wardlight.sync.dimse.message.Status;
import org.wardlight.sync.dimse.scp.Expected;
import org.wardlight.sync.dimse.scp.IngesterIntake;
import org.wardlight.sync.dimse.scp.StoreScp;
import org.wardlight.sync.dimse.scu.EchoScu;
import org.wardlight.sync.dimse.scu.FindScu;
import org.wardlight.sync.dimse.scu.Found;
import org.wardlight.sync.dimse.scu.Outgoing;
import org.wardlight.sync.dimse.scu.RetrieveScu;
import org.wardlight.sync.dimse.scu.RetrieveScu.Watch;
import org.wardlight.sync.dimse.scu.Retrieved;
import org.wardlight.sync.dimse.scu.SendReport;
import org.wardlight.sync.dimse.scu.StoreScu;

/** DCMTK's programs ask and answer. */
class DcmtkPeersTest {
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final Fixtures STUDY = Fixtures.ct().slices(6).patient("Zzdcmtk^Ada", "D1");
    private static final Watch CALM = Watch.of(counts -> {}, () -> false);

    @TempDir
    private Path folder;

    @BeforeAll
    static void installed() {
        Dcmtk.assumeInstalled("storescu");
    }

    private TestNode filled(String... titles) throws IOException {
        TestNode node = TestNode.knowing(titles);
        for (int i = 0; i < 6; i++) {
            node.put("slice " + i, new ByteArrayInputStream(STUDY.bytes(i)));
        }
        return node;
    }

    @Test
    void echoscu_is_answered_and_a_stranger_is_told_why_not() throws Exception {
        try (TestNode node = TestNode.knowing("ECHOSCU")) {
            assertThat(Dcmtk.against(node, folder, "echoscu").code()).isZero();
            assertThat(Dcmtk.against(node, folder, "echoscu -aet NOBODY").output())
                    .contains("Calling AE Title Not Recognized");
            assertThat(Dcmtk.run(folder, "echoscu", "-aec", "ELSE", "127.0.0.1", node.port())
                            .output())
                    .contains("Called AE Title Not Recognized");
        }
    }

    @Test
    void storescu_pushes_in_small_and_large_pdus() throws Exception {
        STUDY.write(Files.createDirectories(folder.resolve("out")));
        for (String pdu : List.of("4096", "131072")) {
            try (TestNode node = TestNode.knowing("STORESCU")) {
                Dcmtk.Run run = Dcmtk.against(
                        node, folder, "storescu -pdu " + pdu + " --max-send-pdu " + pdu + " +sd +r", "out");
                assertThat(run.code()).as(run.output()).isZero();
                assertThat(node.instances(STUDY.studyUid())).isEqualTo(6);
            }
        }
    }

    @Test
    void what_was_kept_comes_back_by_getscu_with_the_same_data_set() throws Exception {
        try (TestNode node = filled("GETSCU")) {
            Files.createDirectories(folder.resolve("got"));
            Dcmtk.Run run = Dcmtk.against(
                    node,
                    folder,
                    "getscu -S -k QueryRetrieveLevel=STUDY -k StudyInstanceUID=" + STUDY.studyUid() + " -od got");
            assertThat(run.code()).as(run.output()).isZero();
            List<Path> got = files(folder.resolve("got"));
            assertThat(got).hasSize(6);
            for (Path file : got) {
                try (ByteSource source = FileByteSource.open(file)) {
                    hasPixelsOfOriginal(DicomReader.read(source, Limits.STANDARD), source);
                }
            }
        }
    }

    @Test
    void findscu_finds_by_both_roots() throws Exception {
        try (TestNode node = filled("FINDSCU")) {
            for (String root : List.of("-S", "-P")) {
                Dcmtk.Run run = Dcmtk.against(
                        node,
                        folder,
                        "findscu " + root
                                + " -k QueryRetrieveLevel=STUDY -k PatientName=zzdcmtk* -k StudyInstanceUID -k PatientID -k ModalitiesInStudy=CT -k NumberOfStudyRelatedInstances");
                assertThat(run.code()).as(run.output()).isZero();
                assertThat(run.output())
                        .contains(STUDY.studyUid())
                        .contains("[6 ]")
                        .contains("Zzdcmtk^Ada");
            }
            Dcmtk.Run none = Dcmtk.against(
                    node, folder, "findscu -S -k QueryRetrieveLevel=STUDY -k PatientName=NOBODY -k StudyInstanceUID");
            assertThat(none.output()).doesNotContain(STUDY.studyUid());
        }
    }

    @Test
    void movescu_moves_to_itself() throws Exception {
        try (TestNode node = filled()) {
            int port = Dcmtk.freePort();
            node.peers.add(Peer.parse("MOVESCU@127.0.0.1:" + port));
            Files.createDirectories(folder.resolve("got"));
            Dcmtk.Run run = Dcmtk.against(
                    node,
                    folder,
                    "movescu -S -aem MOVESCU +P " + Integer.toString(port)
                            + " -k QueryRetrieveLevel=STUDY -k StudyInstanceUID=" + STUDY.studyUid() + " -od got");
            assertThat(run.code()).as(run.output()).isZero();
            assertThat(files(folder.resolve("got"))).hasSize(6);
        }
    }

    @Test
    void compressed_objects_go_as_they_are_to_who_takes_them_and_uncompressed_to_who_does_not() throws Exception {
        List<Outgoing> compressed = compressed();
        for (String option : List.of("+xa", "+x=")) {
            int port = Dcmtk.freePort();
            Path into = Files.createDirectories(folder.resolve("in" + option.charAt(2)));
            Process process = Dcmtk.listening(
                    folder,
                    port,
                    "storescp",
                    option,
                    "-od",
                    into.toString(),
                    "-aet",
                    "STORESCP",
                    Integer.toString(port));
            try {
                SendReport report = new StoreScu(TestNode.requestor("SCU"))
                        .send(Peer.parse("STORESCP@127.0.0.1:" + port), compressed, sent -> {});
                assertThat(report.failed()).isEmpty();
            } finally {
                process.destroy();
                process.waitFor();
            }
            assertThat(files(into)).hasSize(6).allSatisfy(file -> samePixels(file, option));
        }
    }

    private List<Outgoing> compressed() throws Exception {
        List<Outgoing> compressed = new java.util.ArrayList<>();
        for (Path file : STUDY.write(Files.createDirectories(folder.resolve("plain")))) {
            Path rle = folder.resolve(file.getFileName() + ".rle");
            assertThat(Dcmtk.run(folder, "dcmcrle", file.toString(), rle.toString())
                            .code())
                    .isZero();
            try (ByteSource source = FileByteSource.open(rle)) {
                String uid = DicomReader.read(source, Limits.STANDARD)
                        .sopInstanceUid()
                        .orElseThrow();
                compressed.add(
                        new Outgoing(CT, uid, TransferSyntax.RLE_LOSSLESS.uid(), () -> FileByteSource.open(rle)));
            }
        }
        return compressed;
    }

    private static void samePixels(Path file, String option) throws IOException {
        try (ByteSource source = FileByteSource.open(file)) {
            DicomObject object = DicomReader.read(source, Limits.STANDARD);
            assertThat(object.syntax())
                    .isEqualTo(
                            option.equals("+xa") ? TransferSyntax.RLE_LOSSLESS : TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
            hasPixelsOfOriginal(object, source);
        }
    }

    private static void hasPixelsOfOriginal(DicomObject object, ByteSource source) throws IOException {
        int index = object.data().integer(Tag.INSTANCE_NUMBER).orElseThrow() - 1;
        DicomObject original = DicomReader.read(new MemoryByteSource(STUDY.bytes(index)), Limits.STANDARD);
        assertThat(Frames.decode(object, source, 1, Limits.STANDARD).bytes())
                .isEqualTo(Frames.decode(original, original.source(), 1, Limits.STANDARD)
                        .bytes());
    }

    @Test
    void an_archive_of_dcmtk_is_asked_and_gives_by_get_and_by_move() throws Exception {
        try (TestNode here = TestNode.knowing()) {
            int port = Dcmtk.freePort();
            here.peers.add(Peer.parse("QRSCP@127.0.0.1:" + port));
            Process archive = archive(port, here.server.port());
            try {
                Peer peer = Peer.parse("QRSCP@127.0.0.1:" + port);
                var own = TestNode.requestor("WARDLIGHT");
                assertThat(new EchoScu(own).echo(peer)).isEqualTo(Status.SUCCESS);
                assertThat(new StoreScu(own)
                                .send(peer, OwnToOwnTest.outgoing(STUDY, 6), sent -> {})
                                .failed())
                        .isEmpty();
                DataSet keys = DataSet.builder()
                        .string(Tag.PATIENT_NAME, "Zzdcmtk*")
                        .string(Tag.STUDY_INSTANCE_UID)
                        .build();
                Found found = new FindScu(own).find(peer, Root.STUDY, Level.STUDY, keys, 10);
                assertThat(found.matches()).hasSize(1);
                DataSet study = DataSet.builder()
                        .string(Tag.STUDY_INSTANCE_UID, STUDY.studyUid())
                        .build();
                StoreScp sink = new StoreScp(new IngesterIntake(here.ingester), new Expected());
                Retrieved got =
                        new RetrieveScu(own).get(peer, Root.STUDY, Level.STUDY, study, Set.of(CT), sink::handle, CALM);
                assertThat(got.allDone()).as(got.words()).isTrue();
                assertThat(here.instances(STUDY.studyUid())).isEqualTo(6);
                here.catalog.remove(STUDY.studyUid());
                Retrieved moved = new RetrieveScu(own).move(peer, Root.STUDY, Level.STUDY, study, TestNode.TITLE, CALM);
                assertThat(moved.allDone()).as(moved.words()).isTrue();
                assertThat(here.instances(STUDY.studyUid())).isEqualTo(6);
            } finally {
                archive.destroy();
                archive.waitFor();
            }
        }
    }

    private Process archive(int port, int ownPort) throws Exception {
        Files.createDirectories(folder.resolve("archive"));
        Files.writeString(folder.resolve("qr.cfg"), """
                NetworkTCPPort = %d
                MaxPDUSize = 16384
                MaxAssociations = 16
                HostTable BEGIN
                us = (WARDLIGHT, 127.0.0.1, %d)
                HostTable END
                VendorTable BEGIN
                VendorTable END
                AETable BEGIN
                QRSCP %s RW (200, 1024mb) ANY
                AETable END
                """.formatted(port, ownPort, folder.resolve("archive")));
        return Dcmtk.listening(
                folder, port, "dcmqrscp", "-c", folder.resolve("qr.cfg").toString());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
