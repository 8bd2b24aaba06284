// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.wiring;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.sync.account.AuditEntry.Action;
import org.wardlight.sync.account.AuditEntry.Outcome;
import org.wardlight.sync.account.AuditLog;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.Peers;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.net.Association;
import org.wardlight.sync.dimse.scp.Witness;

/**
 * Writes into the audit what peers do. What they store is one entry a study for each association, with how many; each search and each
 * retrieval is one. A full disk does not end an association: the log says that an entry is missing.
 */
final class DimseAudit implements Witness {
    private static final Logger LOG = LoggerFactory.getLogger(DimseAudit.class);
    private static final int LONGEST_DETAIL = 500;
    /** Studies of one association that are told apart; the others are one entry. */
    private static final int STUDIES = 1_000;

    private final AuditLog audit;
    private final Peers peers;
    private final Map<Association, Map<String, Count>> stored = new ConcurrentHashMap<>();

    DimseAudit(AuditLog audit, Peers peers) {
        this.audit = audit;
        this.peers = peers;
    }

    /** Of one study on one association; one thread. */
    private static final class Count {
        private int kept;
        private int failed;
    }

    @Override
    public void accepted(Association association) {
        write(
                association,
                Action.ASSOCIATE,
                Outcome.DONE,
                null,
                "association accepted, calling " + association.called());
    }

    @Override
    public void refused(Caller caller, String reason) {
        String title = AeTitle.trimmed(caller.calling()).replaceAll("[^ -~]", "?");
        String called = AeTitle.trimmed(caller.called()).replaceAll("[^ -~]", "?");
        add(new AuditLog.Event(
                "ae:" + title,
                caller.from().getHostAddress(),
                Action.ASSOCIATE,
                Outcome.REFUSED,
                null,
                "association refused, calling " + called + ": " + reason));
    }

    @Override
    public void stored(Association association, Optional<String> study, boolean kept) {
        Map<String, Count> counts = stored.computeIfAbsent(association, key -> new TreeMap<>());
        String key = study.filter(uid -> counts.size() < STUDIES || counts.containsKey(uid))
                .orElse("");
        Count count = counts.computeIfAbsent(key, uid -> new Count());
        if (kept) {
            count.kept++;
        } else {
            count.failed++;
        }
    }

    @Override
    public void searched(Association association, Level level, String keys, int matches) {
        write(
                association,
                Action.SEARCH,
                Outcome.DONE,
                null,
                "C-FIND " + level + ": " + matches + " matches" + (keys.isEmpty() ? "" : " for " + keys));
    }

    @Override
    public void gave(Association association, Given given) {
        String way = given.destination().map(to -> "C-MOVE to " + to).orElse("C-GET");
        String detail = way + ": " + given.sent() + " objects sent, " + given.failed() + " not";
        Outcome outcome = given.sent() == 0 ? Outcome.FAILED : Outcome.DONE;
        if (given.studies().isEmpty()) {
            write(association, Action.EXPORT, outcome, null, detail);
        }
        given.studies().forEach(study -> write(association, Action.EXPORT, outcome, study, detail));
    }

    @Override
    public void forbidden(Association association, String service) {
        write(association, Action.ASSOCIATE, Outcome.REFUSED, null, service + ": not allowed to this peer");
    }

    @Override
    public void ended(Association association) {
        Map<String, Count> counts = stored.remove(association);
        if (counts != null) {
            counts.forEach((study, count) -> write(
                    association,
                    Action.STORE,
                    count.kept == 0 ? Outcome.FAILED : Outcome.DONE,
                    study.isEmpty() ? null : study,
                    "C-STORE: " + count.kept + " objects kept, " + count.failed + " not"));
        }
    }

    private void write(Association association, Action action, Outcome outcome, @Nullable String study, String detail) {
        String actor = peers.of(association.calling())
                .map(Peer::name)
                .map(name -> "peer:" + name)
                .orElse("ae:" + association.calling());
        String line = association.calling() + ": " + detail;
        add(new AuditLog.Event(
                actor,
                association.from().getHostAddress(),
                action,
                outcome,
                study,
                line.length() > LONGEST_DETAIL ? line.substring(0, LONGEST_DETAIL) : line));
    }

    private void add(AuditLog.Event event) {
        try {
            audit.add(event);
        } catch (RuntimeException full) {
            LOG.error("an audit entry could not be written: {}", full.getClass().getName());
        }
    }
}
