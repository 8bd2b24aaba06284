// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another application on the network, as configured.
 *
 * @param name as people call it
 * @param title its AE title
 * @param host name or address that it is reached at
 * @param port 1 to 65535
 * @param tls whether it is spoken to in TLS
 * @param characterSet Specific Character Set of its answers that do not name one, such as {@code ISO_IR 126}; empty for none
 * @param anyAddress whether it may call from another address than its host's, as behind address translation
 */
public record Peer(
        String name, AeTitle title, String host, int port, boolean tls, String characterSet, boolean anyAddress) {
    private static final Pattern FORM = Pattern.compile("(.+)@(\\[[0-9a-fA-F:.%]+]|[^@:\\s]+):(\\d{1,5})");
    private static final int HIGHEST = 65_535;

    public Peer {
        if (host.isBlank()) {
            throw new IllegalArgumentException("a peer needs a host name or address");
        }
        if (port < 1 || port > HIGHEST) {
            throw new IllegalArgumentException("a port is a number from 1 to " + HIGHEST + ", not " + port);
        }
    }

    /**
     * From {@code AET@host:port}, without TLS.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    public static Peer parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a peer is given as AET@host:port, such as PACS@10.1.2.3:104");
        }
        String host = parts.group(2);
        if (host.startsWith("[")) {
            host = host.substring(1, host.length() - 1);
        }
        AeTitle title = new AeTitle(parts.group(1));
        return new Peer(title.value(), title, host, Integer.parseInt(parts.group(3)), false, "", false);
    }

    public Peer withTls(boolean on) {
        return new Peer(name, title, host, port, on, characterSet, anyAddress);
    }

    public Peer withCharacterSet(String term) {
        return new Peer(name, title, host, port, tls, term, anyAddress);
    }

    public Peer fromAnyAddress() {
        return new Peer(name, title, host, port, tls, characterSet, true);
    }

    /** {@code AET@host:port}. */
    public String address() {
        return title + "@" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
