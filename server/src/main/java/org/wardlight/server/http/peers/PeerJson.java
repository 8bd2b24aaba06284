// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.peers;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardlight.server.http.ProblemKind;
import org.wardlight.server.http.Refused;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.Peer.Right;

/** Peers in JSON. */
final class PeerJson {
    private static final int LONGEST_NAME = 64;

    private PeerJson() {}

    /** @param peers by name, those of the start first */
    record PeerList(Own own, List<Line> peers) {}

    /** @param port where we answer; null when we do not */
    record Own(String title, @Nullable Integer port, boolean tls, boolean promiscuous) {}

    /**
     * A peer.
     *
     * @param rights of push, query, receive
     * @param given whether it was given when the program was started, so that it cannot be changed here
     */
    record Line(
            String name,
            String title,
            String host,
            int port,
            boolean tls,
            String characterSet,
            boolean anyAddress,
            List<String> rights,
            String web,
            boolean given) {}

    static Line line(Peer peer, boolean given) {
        return new Line(
                peer.name(),
                peer.title().value(),
                peer.host(),
                peer.port(),
                peer.tls(),
                peer.characterSet(),
                peer.anyAddress(),
                peer.rights().stream().sorted().map(Right::word).toList(),
                peer.web(),
                given);
    }

    /** What a peer shall be; what is left out is off or empty, and all rights when those are left out. */
    record Wanted(
            @Nullable String name,
            @Nullable String title,
            @Nullable String host,
            @Nullable Integer port,
            @Nullable Boolean tls,
            @Nullable String characterSet,
            @Nullable Boolean anyAddress,
            @Nullable List<String> rights,
            @Nullable String web) {
        /** @param as its name */
        Peer peer(@Nullable String as) {
            String plain = as == null ? "" : as.strip();
            if (plain.isEmpty()
                    || plain.length() > LONGEST_NAME
                    || plain.chars().anyMatch(Character::isISOControl)) {
                throw new Refused(ProblemKind.PEER_NOT_VALID);
            }
            try {
                return new Peer(
                        plain,
                        new AeTitle(text(title)),
                        text(host),
                        port == null ? 0 : port,
                        Boolean.TRUE.equals(tls),
                        text(characterSet),
                        Boolean.TRUE.equals(anyAddress),
                        rights == null ? EnumSet.allOf(Right.class) : set(rights),
                        text(web));
            } catch (IllegalArgumentException notOne) {
                throw new Refused(ProblemKind.PEER_NOT_VALID);
            }
        }

        private static Set<Right> set(List<String> words) {
            Set<Right> all = EnumSet.noneOf(Right.class);
            words.forEach(word -> all.add(Right.valueOf(word.toUpperCase(Locale.ROOT))));
            return all;
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }
    }

    /** How the steps of a test went. */
    record Tested(List<Step> steps) {
        record Step(String step, String outcome, String words) {}
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
