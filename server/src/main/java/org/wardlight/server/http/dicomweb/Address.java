// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wardlight.sync.catalog.LocatedInstance;

/**
 * Absolute addresses of resources (PS3.18 10.1), as the client reached this server: proxies say so by Forwarded (RFC 7239), or by
 * X-Forwarded-Host, -Proto, -Port and -Prefix. Of several proxies the first is the one that the client talked to.
 *
 * @param root without a slash at its end
 */
record Address(String root) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");
    private static final Pattern WITH_PORT = Pattern.compile(".*[^:]:[0-9]{1,5}|\\[.*]:[0-9]{1,5}");
    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]{1,64}){1,8}");
    private static final Pattern FORWARDED_HOST = Pattern.compile("(?i)(?:^|[;,\\s])host=\"?([^;,\"]+)\"?");
    private static final Pattern FORWARDED_PROTO = Pattern.compile("(?i)(?:^|[;,\\s])proto=\"?(https?)\"?");

    static Address of(Context context) {
        String host = forwarded(context, FORWARDED_HOST, "X-Forwarded-Host")
                .filter(name -> HOST.matcher(name).matches())
                .map(name -> withPort(context, name))
                .orElse(String.valueOf(context.host()));
        String scheme = forwarded(context, FORWARDED_PROTO, "X-Forwarded-Proto")
                .filter(name -> name.matches("https?"))
                .orElse(context.scheme());
        String prefix = first(context, "X-Forwarded-Prefix")
                .map(path -> path.replaceAll("/+$", ""))
                .filter(path -> PREFIX.matcher(path).matches())
                .orElse("");
        return new Address(scheme + "://" + host + prefix + "/dicom-web");
    }

    private static Optional<String> forwarded(Context context, Pattern form, String older) {
        String header = context.header("Forwarded");
        Matcher found = form.matcher(header == null ? "" : header);
        return found.find() ? Optional.of(found.group(1).strip()) : first(context, older);
    }

    private static Optional<String> first(Context context, String name) {
        return Optional.ofNullable(context.header(name)).map(list -> list.split(",", 2)[0].strip());
    }

    private static String withPort(Context context, String host) {
        Optional<String> port = first(context, "X-Forwarded-Port")
                .filter(one -> one.matches("[0-9]{1,5}") && !one.equals("80") && !one.equals("443"));
        return WITH_PORT.matcher(host).matches()
                ? host
                : host + port.map(one -> ":" + one).orElse("");
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
