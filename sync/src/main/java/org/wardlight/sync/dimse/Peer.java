// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
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
 * @param rights what it may do here
 * @param web address of its DICOMweb service, such as {@code https://pacs.example/dicom-web}; empty when it has none
 */
public record Peer(
        String name,
        AeTitle title,
        String host,
        int port,
        boolean tls,
        String characterSet,
        boolean anyAddress,
        Set<Right> rights,
        String web) {
    /** What a peer may do here. */
    public enum Right {
        /** Put objects in, by C-STORE. */
        PUSH,
        /** Ask for and get what is here: C-FIND, C-GET, C-MOVE. */
        QUERY,
        /** Be sent objects, when somebody asks for that by C-MOVE. */
        RECEIVE;

        /** In lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern FORM = Pattern.compile("(.+)@(\\[[0-9a-fA-F:.%]+]|[^@:\\s]+):(\\d{1,5})");
    private static final Pattern WEB = Pattern.compile("https?://[^/\\s?#@]+(/[^\\s?#]*)?");
    private static final int HIGHEST = 65_535;

    public Peer {
        rights = Set.copyOf(rights);
        web = withoutSlash(web);
        if (host.isBlank()) {
            throw new IllegalArgumentException("a peer needs a host name or address");
        }
        if (port < 1 || port > HIGHEST) {
            throw new IllegalArgumentException("a port is a number from 1 to " + HIGHEST + ", not " + port);
        }
    }

    private static String withoutSlash(String web) {
        String address = web.strip().replaceAll("/+$", "");
        if (!address.isEmpty() && !WEB.matcher(address).matches()) {
            throw new IllegalArgumentException(
                    "a DICOMweb service is given by its address, such as https://pacs.example/dicom-web");
        }
        return address;
    }

    /** With every right, without TLS. */
    public static Peer at(String name, AeTitle title, String host, int port) {
        return new Peer(name, title, host, port, false, "", false, EnumSet.allOf(Right.class), "");
    }

    /**
     * From {@code AET@host:port}, with every right, without TLS.
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
        return at(title.value(), title, host, Integer.parseInt(parts.group(3)));
    }

    public Peer withTls(boolean on) {
        return new Peer(name, title, host, port, on, characterSet, anyAddress, rights, web);
    }

    public Peer withCharacterSet(String term) {
        return new Peer(name, title, host, port, tls, term, anyAddress, rights, web);
    }

    public Peer fromAnyAddress() {
        return new Peer(name, title, host, port, tls, characterSet, true, rights, web);
    }

    public Peer withRights(Set<Right> other) {
        return new Peer(name, title, host, port, tls, characterSet, anyAddress, other, web);
    }

    public Peer withWeb(String address) {
        return new Peer(name, title, host, port, tls, characterSet, anyAddress, rights, address);
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /** {@code AET@host:port}. */
    public String address() {
        return title + "@" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
