// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What a test may know of a running server: what its HTTP interface says, and the original objects. */
final class Site {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WardlightProcess server;

    Site(WardlightProcess server) {
        this.server = server;
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        var answer = server.get(path);
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    /** The first study whose only modality it is and that has at least so many instances. */
    JsonNode study(String modality, int atLeast) throws IOException, InterruptedException {
        for (JsonNode study : json("/api/v1/studies?limit=50").get("studies")) {
            if (study.get("modalities").toString().contains("\"" + modality + "\"")
                    && study.get("instances").asInt() >= atLeast) {
                return study;
            }
        }
        throw new IOException("no " + modality + " study of " + atLeast + " instances");
    }

    JsonNode descriptor(String study) throws IOException, InterruptedException {
        return json("/api/v1/studies/" + study);
    }

    /** The stored value of one pixel. */
    int storedValue(String study, JsonNode series, int displayIndex, int x, int y)
            throws IOException, InterruptedException {
        JsonNode frame = series.get("frames").get(displayIndex);
        JsonNode kind = series.get("kinds").get(frame.get("kind").asInt());
        return storedFrame(study, series, displayIndex)[y * kind.get("columns").asInt() + x];
    }

    /**
     * The stored values of an image, row by row, read from the original object itself: native little-endian 16-bit data are its last
     * rows x columns x 2 bytes, so nothing of our own decoding is believed.
     */
    int[] storedFrame(String study, JsonNode series, int displayIndex) throws IOException, InterruptedException {
        JsonNode frame = series.get("frames").get(displayIndex);
        JsonNode kind = series.get("kinds").get(frame.get("kind").asInt());
        String instance = series.get("instances")
                .get(frame.get("instance").asInt())
                .get("instance")
                .asText();
        byte[] object = original(study, series.get("series").asText(), instance);
        int[] values = new int[kind.get("rows").asInt() * kind.get("columns").asInt()];
        ByteBuffer pixels = ByteBuffer.wrap(object).order(ByteOrder.LITTLE_ENDIAN);
        int start = object.length - values.length * 2;
        for (int i = 0; i < values.length; i++) {
            values[i] = Short.toUnsignedInt(pixels.getShort(start + 2 * i));
        }
        return values;
    }

    /** One object as it was stored, by WADO-RS. */
    byte[] original(String study, String series, String instance) throws IOException, InterruptedException {
        var answer = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(java.net.URI.create(server.url() + "/dicom-web/studies/"
                                        + study + "/series/" + series + "/instances/" + instance))
                                .header("Accept", "application/dicom; transfer-syntax=*")
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("the object answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** The screen value of a stored value by the standard's LINEAR function (PS3.3 C.11.2.1.2.1), 0 to 255. */
    static int linear(double rescaled, double center, double width) {
        if (rescaled <= center - 0.5 - (width - 1) / 2) {
            return 0;
        }
        if (rescaled > center - 0.5 + (width - 1) / 2) {
            return 255;
        }
        return (int) Math.round(((rescaled - (center - 0.5)) / (width - 1) + 0.5) * 255);
    }
}
