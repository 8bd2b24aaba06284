// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code wardlight serve} on a free port, in this process, until it is closed. */
final class RunningServe implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Wardlight is at (https?)://\\S+:(\\d+)/");
    private static final long PATIENCE_MS = 30_000;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private volatile Runnable stop = () -> {};
    private final Thread thread;
    private final String url;

    private RunningServe(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("serve", "--port", "0"));
        all.addAll(List.of(arguments));
        Console console = new Console(
                new PrintWriter(out, true), new PrintWriter(err, true), false, Map.of(), action -> stop = action);
        thread = new Thread(() -> WardlightCommand.run(console, all.toArray(String[]::new)), "serve");
        thread.start();
        url = awaitAddress();
    }

    static RunningServe with(String... arguments) throws Exception {
        return new RunningServe(arguments);
    }

    private String awaitAddress() throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MS;
        while (System.currentTimeMillis() < end && thread.isAlive()) {
            Matcher said = ADDRESS.matcher(out.toString());
            if (said.find()) {
                return said.group(1) + "://127.0.0.1:" + said.group(2);
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("it did not start: " + out + err);
    }

    /** Under 127.0.0.1, without a slash at the end. */
    String url() {
        return url;
    }

    String out() {
        return out.toString();
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        return sent(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String path, String json, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return sent(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws InterruptedException {
        stop.run();
        thread.join(PATIENCE_MS);
    }
}
