// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The one way in which records become JSON: fields in the order of the record, lower camel case, absent facts as null,
 * instants as ISO 8601 in UTC. The same record gives the same bytes each time, so that their SHA-256 is stable.
 * Thread-safe.
 */
public final class Json {
    private static final int DEEPEST = 32;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
    }

    private Json() {}

    /** The UTF-8 bytes of a value; a value that has no JSON is a bug and throws unchecked. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Reads one value; fields that are not known are skipped, so that an older program understands a newer one.
     *
     * @throws IOException when the bytes are not JSON of that shape; the message holds no text of the input
     */
    public static <T> T read(byte[] bytes, Class<T> type) throws IOException {
        try {
            T value = MAPPER.readValue(bytes, type);
            if (value == null) {
                throw new IOException("JSON null where a " + type.getSimpleName() + " was expected");
            }
            return value;
        } catch (JsonProcessingException malformed) {
            throw new IOException("no valid " + type.getSimpleName() + " in JSON at byte "
                    + malformed.getLocation().getByteOffset());
        }
    }
}
