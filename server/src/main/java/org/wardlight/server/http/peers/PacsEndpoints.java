// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.peers;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.PersonName;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.server.http.Answers;
import org.wardlight.server.http.Callers;
import org.wardlight.server.http.ProblemKind;
import org.wardlight.server.http.Refused;
import org.wardlight.server.http.Within;
import org.wardlight.server.http.peers.PacsJson.FetchList;
import org.wardlight.server.http.peers.PacsJson.Found;
import org.wardlight.server.http.peers.PacsJson.PacsList;
import org.wardlight.server.http.peers.PacsJson.Wanted;
import org.wardlight.sync.dimse.Peer;
import org.wardlight.sync.list.Inside;
import org.wardlight.sync.list.ListEntry;
import org.wardlight.sync.peer.PullJob;
import org.wardlight.sync.pull.PacsSearch;
import org.wardlight.sync.pull.PacsSearch.Question;

/** Archives next door: searched for studies, which are then fetched in the background. */
final class PacsEndpoints {
    /** Studies that a search shows: who gets more asks more exactly. */
    private static final int MOST = 200;

    private static final int JOBS = 50;
    private static final int LONGEST = 64;
    private static final String UID = "[0-9.]{1,64}";

    private final Neighbours neighbours;

    PacsEndpoints(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    void list(Context context) {
        Answers.json(
                context,
                new PacsList(neighbours.peers().all().stream().map(Peer::name).toList()));
    }

    /** What went wrong at the archive is part of the answer: it is not this server that failed. */
    void studies(Context context) {
        Peer peer = peer(context.pathParam("name"));
        Question question = question(context);
        context.header("Cache-Control", "no-store");
        try {
            List<DataSet> found = neighbours.search().studies(peer, question, MOST + 1);
            List<Found.Study> lines = found.stream()
                    .limit(MOST)
                    .filter(row -> mayBeSeen(context, row))
                    .map(this::line)
                    .toList();
            Answers.json(context, new Found(lines, found.size() > MOST, ""));
        } catch (IOException failed) {
            Answers.json(context, new Found(List.of(), false, PacsSearch.words(failed)));
        }
    }

    /** Whether it is on the lists of a caller who is limited to some, or would be if it came. */
    private static boolean mayBeSeen(Context context, DataSet row) {
        Optional<Inside> inside = Within.of(context);
        return inside.isEmpty()
                || inside.get()
                        .wouldHold(new ListEntry.Named(
                                row.string(Tag.STUDY_INSTANCE_UID).orElse(""),
                                row.string(Tag.PATIENT_ID).orElse(""),
                                row.string(Tag.ISSUER_OF_PATIENT_ID).orElse(null),
                                row.string(Tag.ACCESSION_NUMBER).orElse(null)));
    }

    /** Whom a study is of, only its archive can say that when it is not here. */
    private void requireMayBeSeen(Context context, Peer peer, String study) {
        if (Within.holds(context, study)) {
            return;
        }
        try {
            if (neighbours
                    .search()
                    .study(peer, study)
                    .filter(row -> mayBeSeen(context, row))
                    .isPresent()) {
                return;
            }
        } catch (IOException unreachable) {
            throw new Refused(ProblemKind.NOT_ON_YOUR_LISTS, PacsSearch.words(unreachable));
        }
        throw new Refused(ProblemKind.NOT_ON_YOUR_LISTS);
    }

    private static boolean mayBeSeen(Context context, PullJob job) {
        return job.by().equals(Callers.id(context)) || Within.holds(context, job.study());
    }

    private static Question question(Context context) {
        Question question = new Question(
                name(text(context, "name")),
                text(context, "id"),
                text(context, "date"),
                text(context, "modality"),
                text(context, "accession"));
        if (question.isEmpty() || !question.date().matches("([0-9]{8})?(-([0-9]{8})?)?")) {
            throw new Refused(ProblemKind.BAD_PARAMETER);
        }
        return question;
    }

    private static String text(Context context, String key) {
        String value = context.queryParam(key);
        if (value == null) {
            return "";
        }
        if (value.length() > LONGEST || value.contains("\\")) {
            throw new Refused(ProblemKind.BAD_PARAMETER);
        }
        return value.strip();
    }

    /** As people type a name: "smith", "Smith, John". */
    private static String name(String typed) {
        return typed.isEmpty() || typed.contains("*") ? typed : typed.replaceAll("\\s*,\\s*", "^") + "*";
    }

    private Found.Study line(DataSet row) {
        String study = row.string(Tag.STUDY_INSTANCE_UID).orElse("");
        PersonName name = row.personName(Tag.PATIENT_NAME).orElse(new PersonName("", "", ""));
        return new Found.Study(
                study,
                (name.alphabetic().isEmpty() ? name.ideographic() : name.alphabetic())
                        .replaceAll("\\^+$", "")
                        .replace("^", " "),
                row.string(Tag.PATIENT_ID).orElse(""),
                row.string(Tag.PATIENT_BIRTH_DATE).orElse(""),
                row.string(Tag.STUDY_DATE).orElse(""),
                row.string(Tag.STUDY_DESCRIPTION).orElse(""),
                row.strings(Tag.MODALITIES_IN_STUDY),
                row.integer(Tag.NUMBER_OF_STUDY_RELATED_INSTANCES).orElse(0),
                neighbours.here().applyAsInt(study));
    }

    void fetch(Context context) {
        Answers.requireJson(context);
        Wanted wanted = Answers.read(context, Wanted.class);
        if (wanted.peer() == null || wanted.study() == null || !wanted.study().matches(UID)) {
            throw new Refused(ProblemKind.BAD_PARAMETER);
        }
        Peer peer = peer(wanted.peer());
        requireMayBeSeen(context, peer, wanted.study());
        String about = wanted.about() == null ? "" : wanted.about();
        PullJob job = neighbours
                .jobs()
                .add(new PullJob.Wanted(
                        peer.name(),
                        wanted.study(),
                        about.length() > 2 * LONGEST ? about.substring(0, 2 * LONGEST) : about,
                        Callers.id(context)));
        Callers.about(context, peer.name() + " " + wanted.study());
        Answers.json(context, 202, Answers.JSON, FetchList.line(job));
    }

    void fetches(Context context) {
        Answers.json(
                context,
                new FetchList(neighbours.jobs().newest(JOBS).stream()
                        .filter(job -> mayBeSeen(context, job))
                        .map(FetchList::line)
                        .toList()));
    }

    void stop(Context context) {
        String id = context.pathParam("fetch");
        boolean isTheirs = id.matches("[0-9]{1,18}")
                && neighbours
                        .jobs()
                        .find(Long.parseLong(id))
                        .filter(job -> mayBeSeen(context, job))
                        .isPresent();
        if (!isTheirs || !neighbours.jobs().stop(Long.parseLong(id))) {
            throw new Refused(ProblemKind.NOT_FOUND);
        }
        context.status(204);
    }

    private Peer peer(String name) {
        return neighbours.peers().named(name).orElseThrow(() -> new Refused(ProblemKind.NO_SUCH_PEER));
    }
}
