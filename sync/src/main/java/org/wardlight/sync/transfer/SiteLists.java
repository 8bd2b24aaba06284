// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.Json;
import org.wardlight.sync.transfer.TransferException.Refused;
import org.wardlight.sync.transfer.TransferException.Unavailable;

/** Asks a site what is on its lists. */
public final class SiteLists {
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private SiteLists() {}

    /** The Study Instance UIDs of what is on a list now, newest study first. */
    public static List<String> studies(SiteAccess site, String list) throws IOException {
        List<String> uids = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = page(site, "api/v1/studies?limit=200&list=" + encoded(list) + cursor);
            page.studies().forEach(study -> uids.add(study.study()));
            cursor = page.next() == null ? "" : "&cursor=" + encoded(page.next());
        } while (!cursor.isEmpty());
        return uids;
    }

    private static Answer page(SiteAccess site, String path) throws IOException {
        HttpRequest request = site.request(path).timeout(ANSWER).GET().build();
        HttpResponse<byte[]> answer;
        try {
            answer = site.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new TransferException.Stopped("stopped while asking for a list");
        } catch (IOException broken) {
            if (Untrusted.is(broken)) {
                throw Untrusted.refused();
            }
            throw new Unavailable("the connection to the site broke or was refused");
        }
        return switch (answer.statusCode()) {
            case 200 -> Json.read(answer.body(), Answer.class);
            case 401 -> throw new Refused("the site does not know this machine; pair it first (--pair CODE)");
            case 404 -> throw new Refused("the site has no list of that name, or this machine may not see it");
            default ->
                throw new Refused("the site answered with status " + answer.statusCode() + " when asked for the list");
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    record Answer(List<Line> studies, @Nullable String next) {
        record Line(String study) {}
    }
}
