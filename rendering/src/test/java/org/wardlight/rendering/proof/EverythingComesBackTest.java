// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.corpus.Corpus;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.fuzz.FuzzSeed;
import org.wardlight.rendering.fuzz.FuzzSeeds;

/** Read, written and read again is the same: elements, values, fragments; in each plain syntax too. */
class EverythingComesBackTest {
    private static final long LARGE = 1 << 20;
    private static final long SMALL = 128 << 10;
    private static final List<TransferSyntax> PLAIN = List.of(
            TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
            TransferSyntax.DEFLATED,
            TransferSyntax.EXPLICIT_BIG_ENDIAN);

    @Test
    void every_fixture_comes_back_equal_in_every_plain_syntax() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (FuzzSeed seed : FuzzSeeds.all()) {
            roundTrips(seed.name(), seed.bytes(), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_real_file_comes_back_equal_in_every_plain_syntax() throws IOException {
        Corpus corpus = Corpus.required();
        List<String> wrong = new ArrayList<>();
        int read = 0;
        for (Corpus.Row row : corpus.table("manifest.tsv")) {
            Path file = corpus.file(row.get("path"));
            if (Files.size(file) <= LARGE) {
                read += roundTrips(row.get("path"), Files.readAllBytes(file), wrong) ? 1 : 0;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(read).isGreaterThan(400);
    }

    /** @return whether the bytes are an object */
    private static boolean roundTrips(String name, byte[] file, List<String> wrong) throws IOException {
        DicomObject object;
        try {
            object = Copies.read(file);
        } catch (RenderingException refused) {
            return false;
        }
        note(name, object, Copies.written(object), wrong);
        if (file.length <= SMALL
                && !object.syntax().encapsulated()
                && object.syntax().isKnown()) {
            // Writers disagree on how 32-bit pixels in words of 16 bits are turned round (PS3.5 D): they are not shown
            // either.
            boolean wide = object.data().integer(Tag.BITS_ALLOCATED).orElse(0) == 32;
            for (TransferSyntax syntax : PLAIN.subList(0, wide ? 3 : 4)) {
                DicomObject first = Copies.read(Copies.written(object, syntax));
                note(name + " in " + syntax.name(), object, Copies.written(first), wrong);
            }
        }
        return true;
    }

    private static void note(String name, DicomObject object, byte[] copy, List<String> wrong) throws IOException {
        String difference;
        try {
            difference = Copies.difference(object, Copies.read(copy));
        } catch (RenderingException refused) {
            difference = String.valueOf(refused.getMessage());
        }
        if (!difference.isEmpty()) {
            wrong.add(name + ": " + difference);
        }
    }
}
