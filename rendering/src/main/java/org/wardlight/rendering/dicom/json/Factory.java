// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wardlight.rendering.dicom.Limits;

/** Generators and parsers whose bounds are those of {@link Limits}. */
final class Factory {
    /** Levels of JSON for one level of DICOM: data set, element, list of values. */
    private static final int LEVELS = 3;

    private static final int LONGEST_NUMBER = 400;
    private static final int LONGEST_NAME = 64;

    private Factory() {}

    static JsonGenerator generator(OutputStream out) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
        return factory.createGenerator(out, JsonEncoding.UTF8).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    static JsonParser parser(InputStream in, Limits limits) throws IOException {
        long longest = limits.elementBytes() / 3 * 4 + 4;
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxNestingDepth((limits.depth() + 2) * LEVELS)
                .maxStringLength((int) Math.min(longest, Integer.MAX_VALUE))
                .maxNumberLength(LONGEST_NUMBER)
                .maxNameLength(LONGEST_NAME)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(bounds)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build();
        return factory.createParser(in);
    }
}
