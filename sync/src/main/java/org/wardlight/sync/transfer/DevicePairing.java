// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.Json;
import org.wardlight.sync.transfer.TransferException.Refused;
import org.wardlight.sync.transfer.TransferException.Unavailable;

/** Makes this node known to a site by a code that an administrator gave out there. */
public final class DevicePairing {
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private DevicePairing() {}

    /**
     * Uses the code up.
     *
     * @param name what the site's list of devices shows
     * @return the secret by which the site knows this node from now on; it is not given again
     */
    public static String pair(SiteAccess site, String code, String name) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(site.base().resolve("api/v1/devices/pairing"))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(new Pairing(code, name))))
                .build();
        HttpResponse<byte[]> answer = sent(site, request);
        return switch (answer.statusCode()) {
            case 200, 201 -> token(answer.body());
            case 410 ->
                throw new Refused("the code has been used, is older than 15 minutes or was mistyped; "
                        + "ask an administrator of the site for another");
            case 429 ->
                throw new Refused("too many wrong codes were tried at the site; wait a quarter of an hour, "
                        + "then ask for a new one");
            default ->
                throw new Refused("the site answered with status " + answer.statusCode()
                        + ", which is not how a Wardlight site pairs devices; is the address right?");
        };
    }

    private static HttpResponse<byte[]> sent(SiteAccess site, HttpRequest request) throws IOException {
        try {
            return site.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new TransferException.Stopped("stopped while pairing");
        } catch (IOException broken) {
            if (Untrusted.is(broken)) {
                throw Untrusted.refused();
            }
            throw new Unavailable("the connection to the site broke or was refused");
        }
    }

    private static String token(byte[] body) throws Refused {
        try {
            @Nullable String token = Json.read(body, Paired.class).token();
            // What goes into a header must not be able to end it.
            if (token != null && token.matches("[A-Za-z0-9_-]{16,512}")) {
                return token;
            }
        } catch (IOException malformed) {
            // Said below.
        }
        throw new Refused("the site's answer is not the secret that was asked for");
    }

    record Pairing(String code, String name) {}

    record Paired(@Nullable String token) {}
}
