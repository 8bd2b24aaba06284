// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.pull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.json.BulkDataSource;
import org.wardlight.rendering.dicom.json.DicomJson;

/**
 * Another archive by DICOMweb (PS3.18 10.4, 10.6): searched page by page until nothing new comes, whatever its own limit is, and fetched
 * object by object. Thread-safe.
 *
 * @param page rows that are asked for at a time
 */
public record WebArchive(HttpClient http, Splitter splitter, int page) {
    private static final int PAGE = 1_000;
    private static final int MOST_PAGES = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** With the usual connection: HTTP/1.1 or 2, redirects on the same scheme. */
    public static WebArchive of(Splitter splitter) {
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        return new WebArchive(http, splitter, PAGE);
    }

    /** Takes in the bytes of an object. */
    @FunctionalInterface
    public interface Sink {
        void take(InputStream object) throws IOException;
    }

    /**
     * All rows of a search.
     *
     * @param base address of the service, without a slash at its end
     * @param path such as {@code /studies}
     * @param unique which attribute tells rows apart
     * @param most after so many rows it is enough
     */
    public List<DataSet> search(String base, String path, Map<String, String> query, int unique, int most)
            throws IOException {
        List<DataSet> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int offset = 0;
        for (int pages = 0; pages < MOST_PAGES && rows.size() < most; pages++) {
            List<DataSet> came = page(base + path, query, offset);
            List<DataSet> fresh = came.stream()
                    .filter(row -> row.string(unique).filter(seen::add).isPresent())
                    .toList();
            rows.addAll(fresh);
            offset += came.size();
            if (fresh.isEmpty()) {
                break;
            }
        }
        return rows.size() > most ? rows.subList(0, most) : rows;
    }

    /** One page; nothing found is 204 with some, an empty list with others. */
    private List<DataSet> page(String address, Map<String, String> query, int offset) throws IOException {
        String parameters = query.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&", "", query.isEmpty() ? "" : "&"));
        HttpResponse<InputStream> answer =
                get(address + "?" + parameters + "limit=" + page + "&offset=" + offset, DicomJson.MEDIA_TYPE);
        try (InputStream body = answer.body()) {
            if (answer.statusCode() == 204) {
                return List.of();
            }
            refuseUnless(answer, 200);
            return DicomJson.readAll(body, Limits.STANDARD, BulkDataSource.LEAVE_OUT);
        } catch (RenderingException malformed) {
            throw new IOException("its DICOMweb service does not answer in DICOM JSON", malformed);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Fetches one object in the syntax that it is kept in, without holding it in memory. */
    public void fetch(String base, String study, String series, String instance, Sink sink) throws IOException {
        HttpResponse<InputStream> answer = get(
                base + "/studies/" + study + "/series/" + series + "/instances/" + instance,
                "multipart/related; type=\"application/dicom\"; transfer-syntax=*");
        try (InputStream body = answer.body()) {
            refuseUnless(answer, 200);
            sink.take(splitter.first(answer.headers().firstValue("Content-Type").orElse(""), body));
        }
    }

    /** Whether it answers searches: asks for a patient that nobody has. */
    public void probe(String base) throws IOException {
        search(base, "/studies", Map.of("PatientID", "WARDLIGHT-TEST"), Tag.STUDY_INSTANCE_UID, 1);
    }

    private HttpResponse<InputStream> get(String address, String accept) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(PATIENCE)
                    .header("Accept", accept)
                    .build();
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (IllegalArgumentException noAddress) {
            throw new IOException("its DICOMweb address cannot be used", noAddress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        } catch (IOException failed) {
            throw new IOException(
                    "its DICOMweb service cannot be reached: wrong address, not running, or a firewall in between",
                    failed);
        }
    }

    private static void refuseUnless(HttpResponse<InputStream> answer, int expected) throws IOException {
        int status = answer.statusCode();
        if (status != expected) {
            throw new IOException(
                    status == 401 || status == 403
                            ? "its DICOMweb service does not let us in (status " + status + ")"
                            : "its DICOMweb service answers with status " + status);
        }
    }
}
