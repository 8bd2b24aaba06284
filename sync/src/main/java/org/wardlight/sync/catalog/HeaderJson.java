// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import org.wardlight.rendering.pixel.ImageHeader;

/** Image headers as text, in the form that the study descriptor has them in. */
final class HeaderJson {
    /** Immutable once built. A row of a newer version may say more. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final ObjectWriter WRITER = JSON.writerFor(ImageHeader.class);

    private HeaderJson() {}

    static String write(ImageHeader header) {
        try {
            return WRITER.writeValueAsString(header);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ImageHeader read(String text) {
        try {
            return JSON.readValue(text, ImageHeader.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a header in the catalog cannot be read: run doctor", e);
        }
    }
}
