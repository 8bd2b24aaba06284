// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.json.BulkData;
import org.wardlight.rendering.dicom.json.DicomJson;
import org.wardlight.rendering.dicom.json.DicomJsonArray;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.server.wiring.DicomNode;
import org.wardlight.server.wiring.Node;
import org.wardlight.server.wiring.Wiring;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.scu.Puller.Pulled;
import org.wardlight.sync.dimse.scu.Puller.Way;
import org.wardlight.sync.pull.PacsSearch.Question;

/** A study by DICOMweb, from an archive that answers as archives in the field do. */
class WebPullTest {
    private static final Fixtures STUDY = Fixtures.ct().slices(7).patient("Zzweb^Wyn", "W1");
    private static final Fixtures OTHER =
            Fixtures.ct().slices(1).patient("Zzother^Oz", "W2").seed("other");
    private static final Pattern OFFSET = Pattern.compile("offset=(\\d+)");

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger failing = new AtomicInteger();
    private int cap = 3;
    private int emptyStatus = 204;
    private HttpServer archive;
    private Node node;
    private DicomNode dicom;
    private Peer peer;

    @BeforeEach
    void start() throws Exception {
        archive = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        archive.createContext("/dw/studies", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestURI().toString());
            byte[] body = path.endsWith("/instances") || path.equals("/dw/studies")
                    ? page(exchange.getRequestURI())
                    : object(path);
            boolean isObject = path.contains("/instances/");
            int status = isObject && failing.getAndDecrement() > 0 ? 500 : body.length == 0 ? emptyStatus : 200;
            if (isObject) {
                exchange.getResponseHeaders()
                        .set("Content-Type", "multipart/related; type=\"application/dicom\"; boundary=\"b0\"");
            }
            byte[] sent = status == 200 && body.length > 0 ? body : "[]".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, status == 204 ? -1 : sent.length);
            if (status != 204) {
                exchange.getResponseBody().write(sent);
            }
            exchange.close();
        });
        archive.start();
        node = Wiring.inMemory(Clock.systemUTC());
        dicom = DicomNode.silent(node);
        peer = Peer.parse("PACS@127.0.0.1:1")
                .withWeb("http://127.0.0.1:" + archive.getAddress().getPort() + "/dw/");
    }

    @AfterEach
    void stop() throws Exception {
        archive.stop(0);
        node.close();
    }

    /** At most {@link #cap} rows a page, whatever limit was asked for; keys are not looked at. */
    private byte[] page(URI uri) throws IOException {
        Matcher offset = OFFSET.matcher(uri.getQuery());
        int from = offset.find() ? Integer.parseInt(offset.group(1)) : 0;
        List<DataSet> all = new ArrayList<>();
        if (uri.getPath().equals("/dw/studies")) {
            all.add(STUDY.dataSet(0));
            all.add(OTHER.dataSet(0));
        } else {
            for (int i = 0; i < 7; i++) {
                all.add(STUDY.dataSet(i));
            }
        }
        List<DataSet> rows = all.subList(Math.min(from, all.size()), Math.min(from + cap, all.size()));
        if (rows.isEmpty()) {
            return new byte[0];
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DicomJsonArray array = DicomJson.array(out)) {
            for (DataSet row : rows) {
                array.add(row, BulkData.NONE);
            }
        }
        return out.toByteArray();
    }

    private static byte[] object(String path) throws IOException {
        String uid = path.substring(path.lastIndexOf('/') + 1);
        for (int i = 0; i < 7; i++) {
            if (STUDY.instanceUid(i).equals(uid)) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                out.write("--b0\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(STUDY.bytes(i));
                out.write("\r\n--b0--\r\n".getBytes(StandardCharsets.US_ASCII));
                return out.toByteArray();
            }
        }
        return new byte[0];
    }

    private Pulled pull() throws IOException {
        return dicom.studyPuller().pull(peer, STUDY.studyUid(), Way.AUTO, (have, of) -> true);
    }

    @Test
    void e06_an_archive_that_pages_at_its_own_limit_is_asked_until_nothing_new_comes() throws Exception {
        Pulled pulled = pull();
        assertThat(pulled.isComplete()).as(pulled.message()).isTrue();
        assertThat(pulled.present()).isEqualTo(7);
        assertThat(node.catalog()
                        .study(STUDY.studyUid())
                        .orElseThrow()
                        .summary()
                        .instances())
                .isEqualTo(7);
        assertThat(asked).filteredOn(path -> path.contains("/instances?")).hasSize(4);
    }

    @Test
    void h08_nothing_found_is_taken_as_204_and_as_an_empty_list() throws Exception {
        for (int status : new int[] {204, 200}) {
            emptyStatus = status;
            cap = 0;
            assertThat(dicom.search().studies(peer, new Question("", "W1", "", "", ""), 10))
                    .isEmpty();
        }
    }

    @Test
    void h09_an_archive_that_leaves_keys_out_of_account_is_looked_through_again() throws Exception {
        List<DataSet> found = dicom.search().studies(peer, new Question("", "W1", "", "", ""), 10);
        assertThat(asked.get(0)).contains("00100020=W1");
        assertThat(found)
                .singleElement()
                .satisfies(row -> assertThat(row.string(Tag.STUDY_INSTANCE_UID)).contains(STUDY.studyUid()));
    }

    @Test
    void h12_a_study_comes_object_by_object_and_a_second_run_fetches_only_what_failed() throws Exception {
        failing.set(7 + 2);
        Pulled first = pull();
        assertThat(first.isComplete()).isFalse();
        assertThat(first.present()).isEqualTo(5);
        assertThat(first.missing()).hasSize(2);
        assertThat(first.message()).contains("status 500");
        asked.clear();
        assertThat(pull().isComplete()).isTrue();
        assertThat(asked).filteredOn(path -> path.contains("/instances/")).hasSize(2);
    }

    @Test
    void h13_blanks_around_an_ae_title_and_slashes_after_an_address_do_not_count() {
        Peer padded = Peer.parse("PACS  @127.0.0.1:104").withWeb("http://pacs.example/dicom-web/ ");
        assertThat(padded.title().value()).isEqualTo("PACS");
        assertThat(padded.web()).isEqualTo("http://pacs.example/dicom-web");
    }

    @Test
    void a_study_that_is_not_there_is_said_to_be_unknown() throws Exception {
        cap = 0;
        assertThat(pull().message()).isEqualTo("the peer has no such study");
        assertThat(pull().isComplete()).isFalse();
    }
}
