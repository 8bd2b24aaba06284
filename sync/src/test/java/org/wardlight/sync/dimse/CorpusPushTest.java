// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.dimse.CorpusFiles.Form;

/**
 * DCMTK and Orthanc push the corpus, in the clear and in TLS. What we keep is compared with what DCMTK's own receiver wrote of the same push, as it
 * came from the wire.
 */
@Timeout(300)
class CorpusPushTest {
    /** As many objects as never need more presentation contexts than there are. */
    private static final int A_PUSH = 60;

    private static final int LEAST = 300;
    /** Retired; DCMTK offers it beside others, and we take one of those. */
    private static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";
    /** Which of getscu's options asks for a syntax first; it never asks for implicit VR alone. */
    private static final Map<String, String> PREFERRING = Map.of(
            "1.2.840.10008.1.2.1", "+xe",
            "1.2.840.10008.1.2.4.50", "+xy",
            "1.2.840.10008.1.2.4.70", "+xs",
            "1.2.840.10008.1.2.4.80", "+xt",
            "1.2.840.10008.1.2.4.90", "+xv",
            "1.2.840.10008.1.2.5", "+xr");

    @TempDir
    private Path folder;

    private Path reference;
    private SSLContext tls;

    @BeforeEach
    void prepare() throws Exception {
        Dcmtk.assumeInstalled("storescu");
        reference = Files.createDirectories(folder.resolve("reference"));
        tls = SelfSigned.in(folder);
    }

    private TestNode secured(String title) throws IOException {
        return TestNode.with(config -> config.withTls(tls, true), intakes -> intakes, title);
    }

    /** DCMTK's receiver, which writes what it gets byte for byte. */
    private Process receiver(int port) throws Exception {
        return Dcmtk.listening(
                folder, port, "storescp", "+xa", "-pm", "+B", "-od", reference.toString(), Integer.toString(port));
    }

    @Test
    void dcmtk_pushes_the_corpus_and_gets_it_back() throws Exception {
        List<Path> files = CorpusFiles.sendable();
        int port = Dcmtk.freePort();
        Process receiver = receiver(port);
        try (TestNode plain = TestNode.knowing("STORESCU", "GETSCU");
                TestNode secured = secured("STORESCU")) {
            push(files, "storescu -nh -R 127.0.0.1 " + port);
            push(files, "storescu -nh -R -aec WARDLIGHT 127.0.0.1 " + plain.port());
            push(
                    files,
                    "storescu -nh -R -aec WARDLIGHT +tls key.pem cert.pem +cf cert.pem 127.0.0.1 " + secured.port());
            Map<String, Form> sent = CorpusFiles.formsIn(reference);
            Map<String, Form> originals = CorpusFiles.forms(files);
            assertThat(sent).hasSizeGreaterThan(LEAST);
            assertThat(different(sent, originals, plain)).isEmpty();
            assertThat(different(sent, originals, secured)).isEmpty();
            comesBack(plain, sent.keySet());
        } finally {
            end(receiver);
        }
    }

    private void push(List<Path> files, String command) throws Exception {
        for (int at = 0; at < files.size(); at += A_PUSH) {
            List<String> words = new ArrayList<>(List.of(command.split(" ")));
            files.subList(at, Math.min(files.size(), at + A_PUSH)).forEach(file -> words.add(file.toString()));
            Dcmtk.run(folder, words.toArray(String[]::new));
        }
    }

    /**
     * What a node has otherwise than it was sent, or not at all. Where DCMTK's receiver agreed on another syntax than we did, ours is that of the
     * file, and the pixels are the file's.
     */
    private static List<String> different(Map<String, Form> sent, Map<String, Form> originals, TestNode node)
            throws IOException {
        List<String> different = new ArrayList<>();
        for (var one : sent.entrySet()) {
            var kept = node.catalog.instance(one.getKey());
            if (kept.isEmpty()) {
                different.add(one.getKey() + " is not there");
                continue;
            }
            try (ByteSource source = node.blobs.open(kept.get().instance().blob())) {
                Form ours = CorpusFiles.form(source);
                Form original = requireNonNull(originals.get(one.getKey()));
                boolean same = ours.syntax().equals(one.getValue().syntax())
                        ? Arrays.equals(ours.data(), one.getValue().data())
                        : isAsInFile(ours, original);
                if (!same) {
                    different.add(one.getKey() + ": " + ours.syntax() + " here, "
                            + one.getValue().syntax() + " there, " + original.syntax() + " in the file");
                }
            }
        }
        return different;
    }

    private static boolean isAsInFile(Form ours, Form original) {
        if (original.syntax().equals(BIG_ENDIAN)) {
            // Bytes stay where they are, words do not.
            return Arrays.equals(ours.frame(), original.frame())
                    || Arrays.equals(ours.frame(), swapped(original.frame()));
        }
        return ours.syntax().equals(original.syntax()) && Arrays.equals(ours.frame(), original.frame());
    }

    private static byte[] swapped(byte[] words) {
        byte[] swapped = new byte[words.length];
        for (int at = 0; at < words.length; at++) {
            swapped[at] = words[at ^ 1];
        }
        return swapped;
    }

    /** Every study whose objects are of one syntax that getscu can ask for comes back by it, byte for byte. */
    private void comesBack(TestNode node, Set<String> objects) throws Exception {
        Map<String, Set<String>> bySyntax = studiesOfOneSyntax(node, objects);
        int back = 0;
        for (var option : PREFERRING.entrySet()) {
            Path got = Files.createDirectories(folder.resolve("got" + option.getValue()));
            Dcmtk.Run run = Dcmtk.against(
                    node,
                    folder,
                    "getscu -S " + option.getValue() + " +B -od " + got
                            + " -k QueryRetrieveLevel=STUDY -k StudyInstanceUID="
                            + String.join("\\", bySyntax.getOrDefault(option.getKey(), Set.of("1.2.3"))));
            assertThat(run.code()).as(run.output()).isZero();
            for (var one : CorpusFiles.formsIn(got).entrySet()) {
                var kept = node.catalog.instance(one.getKey()).orElseThrow().instance();
                try (ByteSource source = node.blobs.open(kept.blob())) {
                    byte[] stored = CorpusFiles.dataSet(source);
                    assertThat(Arrays.mismatch(stored, one.getValue().data()))
                            .as(one.getKey() + " by C-GET with " + option.getValue() + ": first of " + stored.length
                                    + " bytes to differ")
                            .isEqualTo(-1);
                }
                back++;
            }
        }
        assertThat(back).isGreaterThan(LEAST / 2);
    }

    private static Map<String, Set<String>> studiesOfOneSyntax(TestNode node, Set<String> objects) {
        return objects.stream()
                .map(uid -> node.catalog.instance(uid).orElseThrow())
                .collect(Collectors.groupingBy(
                        LocatedInstance::study,
                        Collectors.mapping(one -> one.instance().transferSyntax(), Collectors.toSet())))
                .entrySet()
                .stream()
                .filter(study -> study.getValue().size() == 1)
                .collect(Collectors.groupingBy(
                        study -> study.getValue().iterator().next(),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toCollection(TreeSet::new))));
    }

    @Test
    void orthanc_pushes_the_corpus() throws Exception {
        assumeTrue(OrthancServer.isInstalled(), "Orthanc is not installed (.ci/install)");
        List<Path> files = CorpusFiles.sendable();
        int port = Dcmtk.freePort();
        Process receiver = receiver(port);
        try (TestNode plain = TestNode.knowing("ORTHANC");
                TestNode secured = secured("ORTHANC");
                OrthancServer orthanc =
                        OrthancServer.start(folder, """
                        "DicomTlsCertificate": "%1$s/cert.pem", "DicomTlsPrivateKey": "%1$s/key.pem", "DicomTlsTrustedCertificates": "%1$s/cert.pem",
                        "DicomModalities": {
                          "reference": ["REFERENCE", "127.0.0.1", %2$d],
                          "plain": ["WARDLIGHT", "127.0.0.1", %3$s],
                          "secured": {"AET": "WARDLIGHT", "Host": "127.0.0.1", "Port": %4$s, "UseDicomTls": true} }
                        """.formatted(folder, port, plain.port(), secured.port()))) {
            List<String> ids = orthanc.upload(files);
            for (String modality : List.of("reference", "plain", "secured")) {
                JsonNode done = orthanc.store(modality, ids);
                assertThat(done.get("FailedInstancesCount").asInt())
                        .as(modality)
                        .isZero();
            }
            Map<String, Form> sent = CorpusFiles.formsIn(reference);
            Map<String, Form> originals = CorpusFiles.forms(files);
            assertThat(sent).hasSizeGreaterThan(LEAST);
            assertThat(different(sent, originals, plain)).isEmpty();
            assertThat(different(sent, originals, secured)).isEmpty();
        } finally {
            end(receiver);
        }
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
