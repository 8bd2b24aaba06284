// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * How a site is reached.
 *
 * @param base address; a path in it is a prefix, and ends with a slash
 * @param token the secret by which the site knows this node, asked for with each request, since pairing may happen meanwhile
 * @param trust whom to believe that the site is the site; empty for what Java trusts
 */
public record SiteAccess(URI base, Supplier<Optional<String>> token, Optional<SSLContext> trust) {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    public SiteAccess {
        base = slashed(base);
    }

    /** A site that asks nobody who it is, as one that has no accounts does. */
    public static SiteAccess open(URI base) {
        return new SiteAccess(base, Optional::empty, Optional.empty());
    }

    /** What a site is called in the catalog: its address. */
    public static String name(URI base) {
        return slashed(base).toString();
    }

    private static URI slashed(URI base) {
        return base.toString().endsWith("/") ? base : URI.create(base + "/");
    }

    /** HTTP/1.1, no redirects: a secret goes nowhere but to this address. */
    HttpClient http() {
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
        trust.ifPresent(builder::sslContext);
        return builder.build();
    }

    /** A request for a path below the address, with the secret when there is one. */
    HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path));
        token.get().ifPresent(secret -> builder.header("Authorization", "Bearer " + secret));
        return builder;
    }
}
