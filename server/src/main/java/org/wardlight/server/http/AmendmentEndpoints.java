// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Amendments;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.Correction;
import org.wardlight.sync.catalog.Deletion;
import org.wardlight.sync.catalog.Place;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.ingest.Outcome;
import org.wardlight.sync.list.Departure;
import org.wardlight.sync.list.Departures;
import org.wardlight.sync.transfer.Corrections;

/**
 * What an administrator decides about studies: delete, take back a deletion, put under another patient. A node that copies from a site
 * decides nothing of that.
 */
final class AmendmentEndpoints {
    private static final int LONGEST_REASON = 200;

    private final Catalog catalog;
    private final Blobs blobs;
    private final Ingester ingester;
    private final boolean isCopy;
    private final Departures departures;

    AmendmentEndpoints(Services services) {
        catalog = services.catalog();
        blobs = services.blobs();
        ingester = services.ingester();
        isCopy = services.pins().isPresent();
        departures = new Departures(catalog, services.security().lists(), Clock.systemDefaultZone());
    }

    private Amendments amendments() {
        if (isCopy) {
            throw new Refused(ProblemKind.NOT_AT_A_COPY);
        }
        return catalog.amendments();
    }

    void delete(Context context) throws Exception {
        Place place = new Place(
                context.pathParam("study"),
                context.pathParamMap().get("series"),
                context.pathParamMap().get("instance"));
        Deletion.Again again = Parameters.of(
                Parameters.text(context, "again", "refuse"),
                word -> Deletion.Again.valueOf(word.toUpperCase(Locale.ROOT)));
        String reason = reason(Parameters.text(context, "reason", ""));
        String by = Guard.caller(context).name();
        Amendments amendments = amendments();
        int objects = departures.during(
                place.study(), Departure.Why.DELETED, by, () -> amendments.delete(place, by, reason, again));
        if (objects == 0) {
            throw place.isStudy() ? Absent.study(catalog, place.study()) : new Refused(ProblemKind.INSTANCE_NOT_FOUND);
        }
        Answers.json(context, new Objects(objects));
    }

    /** Bytes that are still here are catalogued again; what has gone must be sent again. */
    void restore(Context context) throws IOException {
        String study = context.pathParam("study");
        if (amendments().deletions(study).isEmpty()) {
            throw new Refused(ProblemKind.STUDY_NOT_FOUND);
        }
        List<BlobHash> here = new ArrayList<>();
        for (BlobHash blob : amendments().restore(study)) {
            if (blobs.size(blob).isPresent()) {
                here.add(blob);
            }
        }
        long objects = ingester.catalogue(here).stream()
                .filter(outcome -> outcome.kind() != Outcome.Kind.REJECTED)
                .count();
        Answers.json(context, new Objects((int) objects));
    }

    void corrections(Context context) {
        String study = context.pathParam("study");
        if (catalog.amendments().identities(study).isEmpty()) {
            throw Absent.study(catalog, study);
        }
        Answers.json(context, new Corrections(catalog.amendments().corrections(study)));
    }

    void correct(Context context) throws Exception {
        Answers.requireJson(context);
        CorrectionRequest asked = Answers.read(context, CorrectionRequest.class);
        String study = context.pathParam("study");
        Correction.Scope scope = asked.scoped();
        var patient = asked.identity();
        Auditor.about(
                context,
                scope.name().toLowerCase(Locale.ROOT) + ", now Patient ID " + patient.id() + " of "
                        + (patient.issuer() == null ? "no issuer" : patient.issuer()));
        Amendments amendments = amendments();
        if (amendments.identities(study).isEmpty()) {
            throw Absent.study(catalog, study);
        }
        String by = Guard.caller(context).name();
        List<String> studies = departures.during(
                study,
                Departure.Why.CORRECTED,
                by,
                () -> amendments.correct(study, scope, patient, by, reason(asked.why())));
        Answers.json(context, new Corrected(studies));
    }

    private static String reason(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) : line;
    }

    /** @param objects how many were deleted, or are here again */
    record Objects(int objects) {}

    /** @param studies which are under another identity now */
    record Corrected(List<String> studies) {}
}
