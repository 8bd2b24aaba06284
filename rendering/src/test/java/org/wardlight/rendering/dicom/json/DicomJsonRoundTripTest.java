// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.corpus.Corpus;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.Element;
import org.wardlight.rendering.dicom.FileByteSource;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Value;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.phantom.Fixtures;

/** A data set, its JSON, and the data set of that: the same values, text whatever its character set was. */
class DicomJsonRoundTripTest {
    static Stream<Arguments> fixtures() {
        return Stream.of(
                arguments("CT", Fixtures.ct().dataSet(0)),
                arguments("DX", Fixtures.dx().dataSet(0)),
                arguments("US", Fixtures.cine().slices(2).dataSet(0)),
                arguments("name", Fixtures.ct().patient("Ærø^Åse=王^小东=おう", "7").dataSet(0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void a_fixture_comes_back_equal(String name, DataSet data) throws IOException {
        List<String> differences = new ArrayList<>();
        compare(name, data, thereAndBack(data), differences);

        assertThat(differences).isEmpty();
    }

    @Test
    void every_real_file_that_is_read_comes_back_equal() throws IOException {
        Corpus corpus = Corpus.required();
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Corpus.Row row : corpus.table("manifest.tsv")) {
            String path = row.get("path");
            try (ByteSource source = FileByteSource.open(corpus.file(path))) {
                Optional<DicomObject> object = read(source);
                if (object.isPresent()) {
                    DataSet whole = object.get().whole();
                    compare(path, whole, thereAndBack(whole), differences);
                    compared++;
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(100);
    }

    private static Optional<DicomObject> read(ByteSource source) throws IOException {
        try {
            return Optional.of(DicomReader.read(source, Limits.STANDARD));
        } catch (RenderingException e) {
            return Optional.empty(); // the test of broken files is another
        }
    }

    /** Pixel data and what was left in the file go by reference, and are fetched from the data set that they stand in. */
    private static DataSet thereAndBack(DataSet data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomJson.write(data, new BulkData(100_000, (path, element) -> Optional.of(path.toString())), out);
        return DicomJson.read(
                new ByteArrayInputStream(out.toByteArray()),
                Limits.STANDARD,
                (path, vr, uri) ->
                        ElementPath.parse(uri).flatMap(p -> p.find(data)).map(Element::value));
    }

    private static void compare(String name, DataSet before, DataSet after, List<String> differences) {
        List<Element> kept = before.elements().stream()
                .filter(element -> (element.tag() & 0xFFFF) != 0 && element.tag() >>> 16 != 2)
                .filter(element -> element.tag() != Tag.SPECIFIC_CHARACTER_SET)
                .toList();
        long count = after.elements().stream()
                .filter(element -> element.tag() != Tag.SPECIFIC_CHARACTER_SET)
                .count();
        if (kept.size() != count) {
            differences.add(name + ": " + kept.size() + " elements became " + count);
        }
        for (Element element : kept) {
            String where = name + " " + Tag.format(element.tag());
            Optional<Element> found = after.element(element.tag());
            if (found.isEmpty() || found.get().vr() != element.vr()) {
                differences.add(where + " is " + found);
            } else if (element.value() instanceof Value.Items items) {
                List<DataSet> others = after.items(element.tag());
                for (int i = 0; i < Math.min(items.items().size(), others.size()); i++) {
                    compare(where, items.items().get(i), others.get(i), differences);
                }
                if (items.items().size() != others.size()) {
                    differences.add(where + " has " + others.size() + " items");
                }
            } else if (!same(before, after, element, found.get())) {
                differences.add(where + " " + element + " became " + found.get());
            }
        }
    }

    private static boolean same(DataSet before, DataSet after, Element element, Element found) {
        if (!element.vr().isText() || element.value().equals(found.value())) {
            return element.value().equals(found.value());
        }
        List<String> texts = before.strings(element.tag());
        List<String> others = after.strings(element.tag());
        boolean decimal = element.vr().kind() == Vr.Kind.DECIMAL_STRING;
        return texts.equals(others)
                || (decimal
                        && texts.stream()
                                .map(DicomJsonRoundTripTest::number)
                                .toList()
                                .equals(others.stream()
                                        .map(DicomJsonRoundTripTest::number)
                                        .toList()))
                || (element.vr() == Vr.PN && names(texts).equals(names(others)));
    }

    /** Leading zeros, a plus sign and the like are not kept. */
    private static Object number(String text) {
        try {
            return new BigDecimal(text).stripTrailingZeros();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** Equals signs at the end say nothing. */
    private static List<String> names(List<String> texts) {
        return texts.stream().map(text -> text.replaceFirst("=+$", "")).toList();
    }
}
