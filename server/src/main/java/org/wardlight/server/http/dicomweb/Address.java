// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wardlight.sync.catalog.LocatedInstance;

/**
 * Absolute addresses of resources (PS3.18 10.1), as the client reached this server: a proxy says so by Forwarded (RFC 7239) or
 * X-Forwarded-Host and X-Forwarded-Proto.
 *
 * @param root without a slash at its end
 */
record Address(String root) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");
    private static final Pattern FORWARDED_HOST = Pattern.compile("(?i)host=\"?([^;,\"]+)\"?");
    private static final Pattern FORWARDED_PROTO = Pattern.compile("(?i)proto=\"?(https?)\"?");

    static Address of(Context context) {
        String host = forwarded(context, FORWARDED_HOST, "X-Forwarded-Host")
                .filter(name -> HOST.matcher(name).matches())
                .orElse(String.valueOf(context.host()));
        String scheme = forwarded(context, FORWARDED_PROTO, "X-Forwarded-Proto")
                .filter(name -> name.matches("https?"))
                .orElse(context.scheme());
        return new Address(scheme + "://" + host + "/dicom-web");
    }

    private static Optional<String> forwarded(Context context, Pattern form, String older) {
        String header = context.header("Forwarded");
        Matcher found = form.matcher(header == null ? "" : header);
        return found.find() ? Optional.of(found.group(1)) : Optional.ofNullable(context.header(older));
    }

    String study(String study) {
        return root + "/studies/" + study;
    }

    String series(String study, String series) {
        return study(study) + "/series/" + series;
    }

    String instance(String study, String series, String instance) {
        return series(study, series) + "/instances/" + instance;
    }

    String instance(LocatedInstance located) {
        return instance(located.study(), located.series(), located.instance().instance());
    }
}
