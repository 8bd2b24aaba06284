// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wardlight.rendering.dicom.DicomWriter.SequenceLengths;

class RoundTripTest {
    static Stream<TransferSyntax> nativeSyntaxes() {
        return TransferSyntax.known().stream().filter(syntax -> !syntax.encapsulated());
    }

    @ParameterizedTest
    @MethodSource("nativeSyntaxes")
    void what_was_written_reads_back_and_reads_back_again(TransferSyntax syntax) throws IOException {
        DataSet written = DicomFixtures.rich().build();
        DicomObject first = DicomFixtures.read(DicomFixtures.write(written, syntax));
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        DicomWriter.write(first, again);
        DicomObject second = DicomFixtures.read(again.toByteArray());

        DicomFixtures.assertRich(first);
        assertThat(second.data()).isEqualTo(first.data());
        assertThat(second.meta()).isEqualTo(first.meta());
        assertThat(second.syntax()).isEqualTo(syntax);
        assertThat(DicomFixtures.frame(second, 1))
                .isEqualTo(DicomFixtures.frame(first, 1))
                .containsExactly(8, 0, 9, 0, 10, 0, 11, 0, 12, 0, 13, 0);
    }

    @ParameterizedTest
    @EnumSource
    void sequences_of_either_length_say_the_same(SequenceLengths lengths) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DicomWriter.write(DicomFixtures.rich().build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN, lengths, bytes);

        DicomFixtures.assertRich(DicomFixtures.read(bytes.toByteArray()));
    }
}
