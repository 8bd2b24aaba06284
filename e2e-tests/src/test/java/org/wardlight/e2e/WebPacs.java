// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A server as a client of DICOMweb sees it. Thread-safe. */
final class WebPacs {
    private static final String BOUNDARY = "a-boundary-of-the-tests";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String root;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    WebPacs(WardlightProcess server) {
        this.root = server.url() + "/dicom-web";
    }

    /** What came of storing: the status, and the SOP Instance UIDs that are said to be kept and those that failed. */
    record Stored(int status, List<String> kept, List<String> failed, List<Integer> reasons) {}

    /** Sends all in one request, as a stream. */
    Stored store(List<CtFile> files) throws IOException, InterruptedException {
        return store(files, file -> {});
    }

    /** The same; {@code sending} hears of each file before it goes out. */
    Stored store(List<CtFile> files, Consumer<CtFile> sending) throws IOException, InterruptedException {
        HttpRequest request = request("/studies")
                .header("Content-Type", "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body(files, sending)))
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        JsonNode said = JSON.readTree(answer.body());
        List<Integer> reasons = new ArrayList<>();
        said.at("/00081198/Value")
                .forEach(one -> reasons.add(one.at("/00081197/Value/0").asInt()));
        return new Stored(
                answer.statusCode(), uids(said.at("/00081199/Value")), uids(said.at("/00081198/Value")), reasons);
    }

    private static List<String> uids(JsonNode list) {
        List<String> uids = new ArrayList<>();
        list.forEach(one -> uids.add(one.at("/00081155/Value/0").asText()));
        return uids;
    }

    private static InputStream body(List<CtFile> files, Consumer<CtFile> sending) {
        Iterator<InputStream> parts = Stream.concat(
                        files.stream().map(file -> part(file, sending)), Stream.of(ascii("--" + BOUNDARY + "--\r\n")))
                .iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return parts.next();
            }
        });
    }

    private static InputStream part(CtFile file, Consumer<CtFile> sending) {
        sending.accept(file);
        return new SequenceInputStream(Collections.enumeration(List.of(
                ascii("--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n"), file.stream(), ascii("\r\n"))));
    }

    private static InputStream ascii(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The object as it was stored, as a stream. */
    InputStream retrieve(CtFile file) throws IOException, InterruptedException {
        HttpRequest request = request(path(file))
                .header("Accept", "application/dicom; transfer-syntax=*")
                .build();
        HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            answer.body().close();
            throw new IOException("retrieving answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** A JSON array; empty for 204 and for 404. */
    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(path, "application/dicom+json");
        return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.createArrayNode();
    }

    HttpResponse<byte[]> get(String path, String accept) throws IOException, InterruptedException {
        return http.send(request(path).header("Accept", accept).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    static String path(CtFile file) {
        return "/studies/" + file.study() + "/series/" + file.series() + "/instances/" + file.instance();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofMinutes(10));
    }
}
