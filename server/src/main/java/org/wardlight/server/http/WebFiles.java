// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The web client, from the jar. {@code x.js.br} and {@code x.js.gz} beside {@code x.js} are its compressed forms. Files under
 * {@code assets/} carry a hash in their name and never change; all others are revalidated. An unknown path without a file
 * ending is a place inside the application and answers its index page, which names ahead of the script what that place will ask
 * for (RFC 8288 link, preload), unless whoever asks must sign in first. Thread-safe; holds what was asked for in memory.
 */
final class WebFiles {
    private static final Pattern SAFE =
            Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");
    /** Of a file. It begins with a letter: the last number of a UID is none. */
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z][A-Za-z0-9]*$");

    private static final String INDEX = "index.html";
    /** The place of one study; the group is its UID. */
    private static final Pattern STUDY = Pattern.compile("study/([0-9.]{1,64})/?");
    /** Places that ask for something else. */
    private static final Pattern OTHER = Pattern.compile("(?:admin|add|welcome)(?:/.*)?");
    /** The web client's first question of the list, character by character. */
    private static final String LIST = "/api/v1/studies?limit=50";

    private static final List<Coding> CODINGS = List.of(new Coding("br", ".br"), new Coding("gzip", ".gz"));
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private final String root;
    private final Map<String, Optional<byte[]>> loaded = new ConcurrentHashMap<>();

    /** @param root folder on the class path, with a leading and without a trailing slash */
    WebFiles(String root) {
        this.root = root;
    }

    void answer(Context context) {
        String path = context.path().substring(1);
        String name = hasEnding(path) ? path : INDEX;
        byte[] plain = file(name).orElseThrow(() -> new Refused(ProblemKind.NOT_FOUND));
        boolean asks = name.equals(INDEX) && Guard.known(context).isPresent();
        Optional<String> ahead = asks ? askedFirst(path) : Optional.empty();
        ahead.ifPresent(
                address -> context.header("Link", "<" + address + ">; rel=preload; as=fetch; crossorigin=anonymous"));
        send(context, name, plain, ahead.orElse(""));
    }

    private static Optional<String> askedFirst(String path) {
        Matcher study = STUDY.matcher(path);
        if (study.matches()) {
            return Optional.of("/api/v1/studies/" + study.group(1));
        }
        return OTHER.matcher(path).matches() ? Optional.empty() : Optional.of(LIST);
    }

    /** @param ahead part of the tag, since a browser keeps the headers of what it revalidates */
    private void send(Context context, String name, byte[] plain, String ahead) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        context.contentType(TYPES.getOrDefault(ending, "application/octet-stream"))
                .header("Vary", "Accept-Encoding")
                .header(
                        "Cache-Control",
                        name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache");
        Form form = form(name, plain, context.header("Accept-Encoding"));
        if (form.coding() != null) {
            context.header("Content-Encoding", form.coding());
        }
        if (!Etags.unchanged(context, tag(form.bytes(), ahead))) {
            context.status(200).result(form.bytes());
        }
    }

    private static String tag(byte[] bytes, String ahead) {
        return ahead.isEmpty() ? Etags.of(bytes) : Etags.of((Etags.of(bytes) + ahead).getBytes(StandardCharsets.UTF_8));
    }

    private Form form(String name, byte[] plain, @Nullable String accepted) {
        for (Coding coding : CODINGS) {
            if (Encodings.accepts(accepted, coding.name())) {
                Optional<byte[]> bytes = file(name + coding.ending());
                if (bytes.isPresent()) {
                    return new Form(coding.name(), bytes.get());
                }
            }
        }
        return new Form(null, plain);
    }

    private Optional<byte[]> file(String name) {
        if (!SAFE.matcher(name).matches() || !hasEnding(name)) {
            return Optional.empty();
        }
        Optional<byte[]> known = loaded.get(name);
        if (known != null) {
            return known;
        }
        Optional<byte[]> read = read(name);
        // Only what exists is kept: a caller cannot fill the memory with names.
        read.ifPresent(bytes -> loaded.put(name, read));
        return read;
    }

    private Optional<byte[]> read(String name) {
        try (InputStream in = WebFiles.class.getResourceAsStream(root + "/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean hasEnding(String path) {
        return ENDING.matcher(path).find();
    }

    private record Coding(String name, String ending) {}

    private record Form(@Nullable String coding, byte[] bytes) {}
}
