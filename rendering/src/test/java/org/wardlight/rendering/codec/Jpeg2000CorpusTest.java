// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.corpus.Corpus;
import org.wardlight.rendering.corpus.LossyReference;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.FrameShape;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.isolation.ChildLimits;
import org.wardlight.rendering.isolation.ChildPool;
import org.wardlight.rendering.pixel.FrameLayouts;

/** Every JPEG 2000 and HTJ2K frame of the corpus by each carrier of OpenJPEG. */
class Jpeg2000CorpusTest {
    @ParameterizedTest
    @EnumSource(OpenJpegCarriers.class)
    void every_frame_has_the_expected_values(OpenJpegCarriers carrier) throws IOException {
        Corpus corpus = Corpus.required();
        try {
            assertThat(carrier.get()).isNotNull();
        } catch (Unsupported here) {
            abort(here.getMessage());
        }
        everyFrame(corpus, Codecs.with(carrier));
    }

    @Test
    void every_frame_has_the_expected_values_in_a_process_of_its_own() throws IOException {
        Corpus corpus = Corpus.required();
        try (ChildPool pool = new ChildPool(CodecService.class, new ChildLimits(512, 1536), 1)) {
            everyFrame(corpus, Codecs.inProcess().isolated(pool));
        }
    }

    private static void everyFrame(Corpus corpus, Codecs codecs) throws IOException {
        Map<String, String> syntaxes = new HashMap<>();
        for (Corpus.Row row : corpus.table("manifest.tsv")) {
            syntaxes.put(row.get("path"), row.get("transfer_syntax").split(" ")[0]);
        }
        List<String> wrong = new ArrayList<>();
        int right = 0;
        for (Corpus.Row row : corpus.table("expected.tsv")) {
            String syntax = syntaxes.getOrDefault(row.get("path"), "");
            if (syntax.matches(".*\\.4\\.(90|91|201|202|203)")
                    && !row.get("sha256_values").isEmpty()) {
                String outcome = outcome(corpus, row, codecs);
                right += outcome.isEmpty() ? 1 : 0;
                if (!outcome.isEmpty()) {
                    wrong.add(row.get("path") + " frame " + row.get("frame") + ": " + outcome);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(right).isGreaterThan(30);
    }

    private static String outcome(Corpus corpus, Corpus.Row row, Codecs codecs) throws IOException {
        try {
            StoredFrame frame = corpus.with(row.get("path"), (object, source) -> decoded(object, source, row, codecs));
            if (row.get("exact").equals("no")) {
                return LossyReference.differs(corpus, row, frame);
            }
            return sha256(frame.bytes()).equals(row.get("sha256_values")) ? "" : "other values, " + frame.layout();
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private static StoredFrame decoded(DicomObject object, ByteSource source, Corpus.Row row, Codecs codecs)
            throws IOException {
        byte[] stream = object.pixelData()
                .orElseThrow()
                .frame(source, Integer.parseInt(row.get("frame")), FrameShape.of(object.data()), Limits.STANDARD);
        return codecs.forSyntax(object.syntax().uid())
                .decode(stream, FrameLayouts.of(object.data()).within(Limits.STANDARD));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
