// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scu;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.wardlight.sync.dimse.DimseFailure;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.message.Status;
import org.wardlight.sync.dimse.net.Association;
import org.wardlight.sync.dimse.net.Proposal;
import org.wardlight.sync.dimse.net.Requestor;
import org.wardlight.sync.dimse.scu.ObjectSender.Origin;

/**
 * Sends objects to a peer (PS3.4 B), on as many associations as their kinds need contexts. When the link breaks, what did not arrive
 * yet is sent again, on a new association, as long as some progress is made. Thread-safe.
 */
public record StoreScu(Requestor requestor) {
    private static final int ATTEMPTS = 3;

    /** Sends all; never throws for one of them. */
    public SendReport send(Peer peer, List<Outgoing> objects, Consumer<Sent> progress) throws IOException {
        return send(peer, objects, Optional.empty(), progress, () -> false);
    }

    /**
     * Sends all, on behalf of a C-MOVE when there is an origin.
     *
     * @param progress hears of each object when it is decided
     * @param stop asked before each object; what was not sent by then is left out of the report
     */
    public SendReport send(
            Peer peer, List<Outgoing> objects, Optional<Origin> origin, Consumer<Sent> progress, BooleanSupplier stop)
            throws IOException {
        Map<String, Sent> results = new LinkedHashMap<>();
        for (List<Outgoing> group : groups(objects)) {
            sendGroup(
                    peer,
                    group,
                    origin,
                    sent -> {
                        results.put(sent.sopInstance(), sent);
                        progress.accept(sent);
                    },
                    stop);
        }
        return new SendReport(List.copyOf(results.values()));
    }

    private void sendGroup(
            Peer peer, List<Outgoing> group, Optional<Origin> origin, Consumer<Sent> progress, BooleanSupplier stop)
            throws IOException {
        List<Outgoing> left = new ArrayList<>(group);
        Attempts attempts = new Attempts();
        while (!left.isEmpty() && !stop.getAsBoolean()) {
            Outgoing first = left.get(0);
            boolean opened = false;
            try (Association association = requestor.open(peer, proposal(left))) {
                opened = true;
                ObjectSender sender = new ObjectSender(association, true, origin);
                while (!left.isEmpty() && !stop.getAsBoolean()) {
                    progress.accept(sender.send(left.get(0)));
                    left.remove(0);
                }
                association.release();
            } catch (DimseFailure failure) {
                int count = attempts.failed(left.isEmpty() ? first : left.get(0));
                if (count >= ATTEMPTS || !failure.isTransient()) {
                    giveUp(opened ? left.subList(0, Math.min(1, left.size())) : left, failure, progress);
                }
            }
        }
    }

    /** Counts how often it broke before the same object. */
    private static final class Attempts {
        private String at = "";
        private int count;

        int failed(Outgoing object) {
            count = object.sopInstance().equals(at) ? count + 1 : 1;
            at = object.sopInstance();
            return count;
        }
    }

    private static void giveUp(List<Outgoing> left, DimseFailure failure, Consumer<Sent> progress) {
        String reason = String.valueOf(failure.getMessage());
        left.forEach(object -> progress.accept(new Sent(object.sopInstance(), Status.PROCESSING_FAILURE, reason)));
        left.clear();
    }

    /** For each class: the syntaxes that its objects are kept in, each alone, and the native ones. */
    static Proposal proposal(List<Outgoing> objects) {
        Proposal.Builder proposal = new Proposal.Builder();
        kinds(objects).forEach((sopClass, syntaxes) -> {
            syntaxes.forEach(syntax -> proposal.add(sopClass, List.of(syntax)));
            Proposal.NATIVE.stream()
                    .filter(syntax -> !syntaxes.contains(syntax))
                    .forEach(syntax -> proposal.add(sopClass, List.of(syntax)));
        });
        return proposal.build();
    }

    private static Map<String, Set<String>> kinds(List<Outgoing> objects) {
        Map<String, Set<String>> kinds = new LinkedHashMap<>();
        objects.forEach(object -> kinds.computeIfAbsent(object.sopClass(), key -> new LinkedHashSet<>())
                .add(object.transferSyntax()));
        return kinds;
    }

    /** Cuts the list where an association would have too many contexts. */
    static List<List<Outgoing>> groups(List<Outgoing> objects) {
        List<List<Outgoing>> groups = new ArrayList<>();
        List<Outgoing> group = new ArrayList<>();
        Map<String, Set<String>> kinds = new LinkedHashMap<>();
        for (Outgoing object : objects) {
            Set<String> syntaxes = kinds.computeIfAbsent(object.sopClass(), key -> new LinkedHashSet<>());
            boolean isNew = syntaxes.add(object.transferSyntax());
            int contexts = kinds.values().stream()
                    .mapToInt(set -> set.size() + Proposal.NATIVE.size())
                    .sum();
            if (isNew && contexts > Proposal.MOST) {
                groups.add(group);
                group = new ArrayList<>();
                kinds.clear();
                kinds.put(object.sopClass(), new LinkedHashSet<>(Set.of(object.transferSyntax())));
            }
            group.add(object);
        }
        if (!group.isEmpty()) {
            groups.add(group);
        }
        return groups;
    }
}
