// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.wardlight.sync.Json;
import org.wardlight.sync.catalog.Correction;
import org.wardlight.sync.transfer.TransferException.NotThere;
import org.wardlight.sync.transfer.TransferException.Refused;
import org.wardlight.sync.transfer.TransferException.Unavailable;

/**
 * A site as a copy sees it: manifests, blob streams and the change log over HTTP/1.1. Gives up on a connection over which
 * nothing has come for a while, which a dead spot does not announce. Thread-safe.
 */
public final class SiteClient {
    /** A manifest may have to be rendered first. */
    private static final Duration FIRST_ANSWER = Duration.ofMinutes(5);

    private static final Pattern UID = Pattern.compile("[0-9.]{1,64}");
    private static final long LOOK_MILLIS = 200;
    private static final int JSON_WIRE = 32 << 20;
    private static final int JSON_PLAIN = 256 << 20;

    private final SiteAccess site;
    private final HttpClient http;
    private final Duration stall;
    private final LongAdder received = new LongAdder();

    /**
     * A client of one site.
     *
     * @param stall how long a running answer may bring nothing
     */
    public SiteClient(SiteAccess site, Duration stall) {
        this.site = site;
        this.http = site.http();
        this.stall = stall;
    }

    /** A client with a connection of its own kind and a stall of 20 seconds. */
    public static SiteClient of(SiteAccess site) {
        return new SiteClient(site, Duration.ofSeconds(20));
    }

    /** {@link #of(SiteAccess)} a site that has no accounts. */
    public static SiteClient of(URI base) {
        return of(SiteAccess.open(base));
    }

    /** What this site is called in the catalog: its address. */
    public String name() {
        return SiteAccess.name(site.base());
    }

    /** Bytes of answers received so far, as they came over the wire, headers included. */
    public long receivedBytes() {
        return received.sum();
    }

    /**
     * The manifest of a study.
     *
     * @throws NotThere when the site has no such study
     */
    public Manifest manifest(String study, Purpose purpose) throws IOException {
        if (!UID.matcher(study).matches()) {
            throw new IllegalArgumentException("not a Study Instance UID");
        }
        return json("sync/v1/studies/" + study + "/manifest?for=" + purpose.word(), Manifest.class);
    }

    /** Changes with a cursor above {@code since}. */
    public ChangePage changes(long since, int limit) throws IOException {
        return json("api/v1/changes?since=" + since + "&limit=" + limit, ChangePage.class);
    }

    /** What the site corrected of a study's identity. */
    public List<Correction> corrections(String study) throws IOException {
        if (!UID.matcher(study).matches()) {
            throw new Refused("the site named no valid study");
        }
        return json("api/v1/studies/" + study + "/corrections", Corrections.class)
                .corrections();
    }

    /** Tells the site what this node keeps. */
    public void tell(ToldCopy copy) throws IOException {
        HttpRequest request = site.request("api/v1/copies/laptop")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(copy)))
                .build();
        exchange(request, ByteBuffer::clear);
    }

    /** Asks for blobs and hands the answer on as it comes; what has been handed on stands, whatever is thrown. */
    void blobs(BlobRequest wanted, Exchange.Intake intake) throws IOException {
        HttpRequest request = site.request("sync/v1/blobs")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(wanted)))
                .build();
        exchange(request, intake);
    }

    private <T> T json(String path, Class<T> type) throws IOException {
        HttpRequest request = site.request(path)
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .build();
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        HttpResponse<Void> response = exchange(request, bytes -> {
            if (wire.size() + bytes.remaining() > JSON_WIRE) {
                throw new Refused("the site's answer is longer than " + JSON_WIRE + " bytes");
            }
            byte[] piece = new byte[bytes.remaining()];
            bytes.get(piece);
            wire.writeBytes(piece);
        });
        boolean zipped = response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isPresent();
        try {
            return Json.read(zipped ? unzip(wire.toByteArray()) : wire.toByteArray(), type);
        } catch (IOException | IllegalArgumentException malformed) {
            throw new Refused("the site's answer is not the " + type.getSimpleName() + " that was asked for");
        }
    }

    private static byte[] unzip(byte[] wire) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(wire))) {
            byte[] plain = in.readNBytes(JSON_PLAIN);
            if (in.read() >= 0) {
                throw new IOException("longer than " + JSON_PLAIN + " bytes when inflated");
            }
            return plain;
        }
    }

    private HttpResponse<Void> exchange(HttpRequest request, Exchange.Intake intake) throws IOException {
        AtomicLong deadline = new AtomicLong(System.nanoTime() + FIRST_ANSWER.toNanos());
        Exchange.Gate gate = new Exchange.Gate(counting(intake));
        Runnable alive = () -> deadline.set(System.nanoTime() + stall.toNanos());
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(request, info -> {
            received.add(headerBytes(info));
            alive.run();
            Exchange.Intake into = info.statusCode() == 200 ? gate : counting(ByteBuffer::clear);
            return new Exchange(into, alive);
        });
        try {
            HttpResponse<Void> response = await(answer, deadline);
            check(response.statusCode());
            return response;
        } finally {
            gate.close();
        }
    }

    private Exchange.Intake counting(Exchange.Intake intake) {
        return bytes -> {
            received.add(bytes.remaining());
            intake.bytes(bytes);
        };
    }

    private static HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> answer, AtomicLong deadline)
            throws IOException {
        try {
            while (true) {
                try {
                    return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    if (System.nanoTime() - deadline.get() > 0) {
                        throw new Unavailable("nothing came from the site for too long");
                    }
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new TransferException.Stopped("stopped while receiving");
        } catch (ExecutionException failed) {
            throw cause(failed);
        } finally {
            // Closes the connection when it is not done; otherwise changes nothing.
            answer.cancel(true);
        }
    }

    private static IOException cause(ExecutionException failed) {
        Throwable cause = failed.getCause();
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof TransferException || cause instanceof BrokenStream) {
            return (IOException) cause;
        }
        if (cause instanceof LocalFailure local) {
            return local;
        }
        if (Untrusted.is(cause)) {
            return Untrusted.refused();
        }
        if (cause instanceof IOException) {
            return new Unavailable("the connection to the site broke or was refused");
        }
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        return new IOException("receiving failed", cause);
    }

    private static void check(int status) throws TransferException {
        switch (status / 100) {
            case 2 -> {
                if (status != 200) {
                    throw new Refused("the site answered with status " + status);
                }
            }
            case 5 -> throw new Unavailable("the site answered with status " + status);
            default -> {
                if (status == 404 || status == 410) {
                    throw new NotThere("the site has no such study");
                }
                if (status == 401) {
                    throw new Refused("the site does not know this device; pair it: get a code from an administrator "
                            + "of the site, then run './wardlight sync --from URL --pair CODE'");
                }
                if (status == 403) {
                    throw new Refused("the site knows this device, but does not let it do this");
                }
                if (status == 408 || status == 429) {
                    throw new Unavailable("the site answered with status " + status);
                }
                throw new Refused("the site answered with status " + status);
            }
        }
    }

    private static long headerBytes(HttpResponse.ResponseInfo info) {
        // "HTTP/1.1 200 OK" and the empty line; then name, colon, blank, value and line end.
        long fixed = 19;
        return fixed
                + info.headers().map().entrySet().stream()
                        .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + value))
                        .mapToLong(line -> line.length() + 4L)
                        .sum();
    }
}
