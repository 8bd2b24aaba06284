// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.phantom.EcgWriting;
import org.wardlight.rendering.phantom.ReportWriting;

/** Bytes changed, runs overwritten, ends cut off: a page or a reason, never anything else. The seed is fixed. */
class BrokenDocumentsTest {
    private static final int EACH = 400;

    @Test
    void a_broken_document_opens_or_says_why_not() throws IOException {
        Random random = new Random(20261125);
        int opened = 0;
        for (DataSetBuilder seed : seeds()) {
            byte[] whole = bytes(seed);
            for (int i = 0; i < EACH; i++) {
                opened += open(mutated(whole, random)) ? 1 : 0;
            }
        }
        assertThat(opened).isPositive();
    }

    private static boolean open(byte[] file) throws IOException {
        try {
            DicomObject object = DicomReader.read(new MemoryByteSource(file), Limits.STANDARD);
            if (Documents.factsOf(object).isEmpty()) {
                return false;
            }
            Documents.open(object, 1);
            return true;
        } catch (RenderingException | EOFException reason) {
            return false;
        }
    }

    private static byte[] mutated(byte[] whole, Random random) {
        byte[] file =
                random.nextInt(8) == 0 ? Arrays.copyOf(whole, 200 + random.nextInt(whole.length - 200)) : whole.clone();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            // Headers stand at the front: what is behind them are samples.
            int at = 132 + random.nextInt(Math.min(file.length, 6000) - 132);
            file[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextBoolean() ? 0 : -1);
        }
        return file;
    }

    private static List<DataSetBuilder> seeds() {
        byte[] xml =
                "<ClinicalDocument xmlns='urn:hl7-org:v3'><component><structuredBody><component><section><title>A</title><text><table><tr><td>1</td></tr></table></text></section></component></structuredBody></component></ClinicalDocument>"
                        .getBytes(StandardCharsets.US_ASCII);
        return List.of(
                EcgWriting.object(Written.header("9.1.1"), EcgWriting.resting(100, 2)),
                Written.header("104.2").bytes(Tag.ENCAPSULATED_DOCUMENT, Vr.OB, xml),
                ReportWriting.container(
                        Written.header("88.33"),
                        ReportWriting.code("1", "X", "Report"),
                        ReportWriting.section(
                                "Findings",
                                ReportWriting.text(
                                        "CONTAINS",
                                        "Finding",
                                        "A nodule",
                                        ReportWriting.coded("HAS CONCEPT MOD", "Side", "Left")),
                                ReportWriting.number("Size", "7", ReportWriting.code("mm", "UCUM", "millimeter")),
                                ReportWriting.image("INFERRED FROM", Written.STORAGE + "2", "1.2.3"))));
    }

    private static byte[] bytes(DataSetBuilder data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(data.build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN, out);
        return out.toByteArray();
    }
}
