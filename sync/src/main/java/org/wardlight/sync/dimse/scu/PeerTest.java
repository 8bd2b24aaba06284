// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scu;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.sync.dimse.AeTitle;
import org.wardlight.sync.dimse.DimseFailure;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.dimse.message.Level;
import org.wardlight.sync.dimse.message.Root;
import org.wardlight.sync.dimse.message.Status;
import org.wardlight.sync.dimse.net.Requestor;
import org.wardlight.sync.dimse.scu.RetrieveScu.Watch;

/**
 * Tries step by step what works with a peer, and says in plain words what does not and who can change it. Thread-safe.
 *
 * @param expect tells the server here to wait for an object without keeping it, by its SOP Instance UID; empty when none listens
 */
public record PeerTest(Requestor requestor, Optional<Function<String, CompletableFuture<AeTitle>>> expect) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What was tried. */
    public enum Step {
        ECHO,
        FIND,
        CALL_BACK,
        /** Whether its DICOMweb service answers; tried by who knows that. */
        WEB
    }

    /** How it went. */
    public enum Outcome {
        OK,
        FAILED,
        SKIPPED
    }

    /** @param words one sentence for an administrator */
    public record Line(Step step, Outcome outcome, String words) {}

    /** All steps in order; after one that failed, those that need it are skipped. */
    public List<Line> run(Peer peer) {
        List<Line> lines = new ArrayList<>();
        lines.add(echo(peer));
        if (lines.get(0).outcome() == Outcome.FAILED) {
            lines.add(new Line(Step.FIND, Outcome.SKIPPED, "not tried"));
            lines.add(new Line(Step.CALL_BACK, Outcome.SKIPPED, "not tried"));
            return lines;
        }
        lines.add(find(peer));
        lines.add(
                lines.get(1).outcome() == Outcome.OK
                        ? callBack(peer)
                        : new Line(Step.CALL_BACK, Outcome.SKIPPED, "not tried, since it needs a query"));
        return lines;
    }

    private Line echo(Peer peer) {
        try {
            int status = new EchoScu(requestor).echo(peer);
            return status == Status.SUCCESS
                    ? new Line(Step.ECHO, Outcome.OK, "it answers and knows our AE title " + requestor.own())
                    : failed(Step.ECHO, "it answers, but not to an echo: " + Status.words(status));
        } catch (IOException e) {
            return failed(Step.ECHO, words(e, peer));
        }
    }

    /** What went wrong, and who can change it. */
    private String words(IOException e, Peer peer) {
        String message = e.getMessage() == null ? "the connection failed" : e.getMessage();
        if (!(e instanceof DimseFailure failure)) {
            return message;
        }
        return switch (failure.kind()) {
            case CALLING_UNKNOWN ->
                message + "; its administrator must add " + requestor.own() + " to its known AE titles";
            case CALLED_UNKNOWN -> message + "; ask its administrator for its AE title, and correct it here";
            case NO_CONTEXT -> message + "; its administrator must allow this service for " + requestor.own();
            case ABORTED, CLOSED ->
                message + "; it may do this for AE titles that it knows alone: its administrator must add "
                        + requestor.own();
            case UNREACHABLE -> message + " (" + peer.address() + ")";
            default -> message;
        };
    }

    private static Line failed(Step step, String words) {
        return new Line(step, Outcome.FAILED, words);
    }

    /** Asks for a patient that nobody has, so that no PACS has to look through all it holds. */
    private Line find(Peer peer) {
        DataSet keys = DataSet.builder()
                .string(Tag.PATIENT_ID, "WARDLIGHT-TEST")
                .string(Tag.STUDY_INSTANCE_UID)
                .build();
        try {
            Found found = new FindScu(requestor).find(peer, Root.STUDY, Level.STUDY, keys, 1);
            return found.isRefused()
                    ? failed(Step.FIND, "it answers, but refuses queries: " + found.words())
                    : new Line(Step.FIND, Outcome.OK, "it answers queries");
        } catch (IOException e) {
            return failed(Step.FIND, "queries: " + words(e, peer));
        }
    }

    private Line callBack(Peer peer) {
        if (expect.isEmpty()) {
            return new Line(Step.CALL_BACK, Outcome.SKIPPED, "no DICOM port is open here, so it cannot call back");
        }
        try {
            Optional<DataSet> object = anyObject(peer);
            return object.isEmpty()
                    ? new Line(Step.CALL_BACK, Outcome.SKIPPED, "it holds no object to try it with")
                    : callBack(peer, object.get(), expect.get());
        } catch (IOException e) {
            return failed(Step.CALL_BACK, "C-MOVE: " + words(e, peer));
        }
    }

    private Optional<DataSet> anyObject(Peer peer) throws IOException {
        DataSet keys = DataSet.builder().string(Tag.STUDY_INSTANCE_UID).build();
        Optional<DataSet> study = first(peer, Level.STUDY, keys);
        Optional<DataSet> series =
                next(peer, study, Tag.STUDY_INSTANCE_UID, Level.SERIES, DataSet.EMPTY, Tag.SERIES_INSTANCE_UID);
        return series.isEmpty()
                ? Optional.empty()
                : next(peer, series, Tag.SERIES_INSTANCE_UID, Level.IMAGE, series.get(), Tag.SOP_INSTANCE_UID);
    }

    /** The first match a level down, with all the unique keys so far. */
    private Optional<DataSet> next(Peer peer, Optional<DataSet> above, int unique, Level level, DataSet keys, int asked)
            throws IOException {
        Optional<String> uid = above.flatMap(match -> match.string(unique));
        if (uid.isEmpty()) {
            return Optional.empty();
        }
        DataSet named = only(keys).toBuilder().string(unique, uid.get()).build();
        return first(peer, level, named.toBuilder().string(asked).build())
                .flatMap(match -> match.string(asked))
                .map(found -> named.toBuilder().string(asked, found).build());
    }

    private static DataSet only(DataSet keys) {
        return keys.string(Tag.STUDY_INSTANCE_UID)
                .map(uid ->
                        DataSet.builder().string(Tag.STUDY_INSTANCE_UID, uid).build())
                .orElse(DataSet.EMPTY);
    }

    private Optional<DataSet> first(Peer peer, Level level, DataSet keys) throws IOException {
        return new FindScu(requestor)
                .find(peer, Root.STUDY, level, keys, 1).matches().stream().findFirst();
    }

    private Line callBack(Peer peer, DataSet keys, Function<String, CompletableFuture<AeTitle>> server)
            throws IOException {
        CompletableFuture<AeTitle> arrival =
                server.apply(keys.string(Tag.SOP_INSTANCE_UID).orElseThrow());
        try {
            Retrieved end = new RetrieveScu(requestor)
                    .move(peer, Root.STUDY, Level.IMAGE, keys, requestor.own(), Watch.of(counts -> {}, () -> false));
            if (end.status() == Status.DESTINATION_UNKNOWN) {
                return failed(
                        Step.CALL_BACK,
                        "it does not know where " + requestor.own()
                                + " is; its administrator must add our address and DICOM port");
            }
            if (end.isRefused()) {
                return failed(
                        Step.CALL_BACK,
                        "it tried to send to us and could not: " + end.words()
                                + "; the address or port that it has for us may be wrong, or a firewall in between");
            }
            AeTitle from = arrival.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return new Line(Step.CALL_BACK, Outcome.OK, "it can send to us; it calls itself " + from);
        } catch (TimeoutException | ExecutionException nothing) {
            return failed(
                    Step.CALL_BACK,
                    "it says that it sent an object, but none came: it may know another computer by our AE title");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(Step.CALL_BACK, "stopped");
        } finally {
            arrival.cancel(false);
        }
    }
}
