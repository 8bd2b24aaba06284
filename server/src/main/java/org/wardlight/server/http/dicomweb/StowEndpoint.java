// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.server.http.Answers;
import org.wardlight.server.http.MediaType;
import org.wardlight.server.http.MultipartReader;
import org.wardlight.server.http.ProblemKind;
import org.wardlight.server.http.Refused;
import org.wardlight.server.http.Within;
import org.wardlight.server.http.dicomweb.StowResponse.Failure;
import org.wardlight.server.http.dicomweb.StowResponse.Reference;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.ingest.Outcome;
import org.wardlight.sync.list.Inside;
import org.wardlight.sync.sqlite.StoreFailure;

/**
 * STOW-RS: takes in instances, of the study that the address names or of any (PS3.18 10.5), as files or as metadata in JSON with bulk data. A
 * part goes into the store as it comes; nothing of it is held in memory. One instance that is bad, or finds no room, does not stop
 * the others. Whoever goes away in the middle leaves whole instances alone.
 */
final class StowEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(StowEndpoint.class);

    private final Ingester ingester;
    private final Blobs blobs;

    StowEndpoint(Ingester ingester, Blobs blobs) {
        this.ingester = ingester;
        this.blobs = blobs;
    }

    void store(Context context) throws IOException {
        Optional<String> study = Optional.ofNullable(context.pathParamMap().get("study"));
        if (study.filter(uid -> !uid.matches("[0-9.]{1,64}")).isPresent()) {
            throw new Refused(ProblemKind.BAD_PARAMETER);
        }
        Optional<Inside> inside = Within.of(context);
        MediaType body = body(context);
        String boundary = body.parameter("boundary").orElseThrow(() -> new Refused(ProblemKind.BAD_BODY));
        MultipartReader parts = new MultipartReader(context.req().getInputStream(), boundary);
        StowResponse response = new StowResponse(Address.of(context), study);
        if (body.parameter("type").orElse("").equalsIgnoreCase(Accepted.DICOM_JSON)) {
            try (StowJson described = new StowJson(blobs)) {
                described.read(parts);
                described.forEach(file -> take(new StowItem(file, study, inside), response), response);
            }
        } else {
            while (parts.next()) {
                requireDicom(parts);
                take(new StowItem(parts.body(), study, inside), response);
            }
        }
        if (response.isEmpty()) {
            throw new Refused(ProblemKind.BAD_BODY);
        }
        Answers.json(context, response.status(), Accepted.DICOM_JSON, response.body());
    }

    private static MediaType body(Context context) {
        String header = context.contentType();
        MediaType type = MediaType.parse(header == null ? "" : header);
        String parts = type.parameter("type").orElse(Accepted.DICOM);
        boolean known = parts.equalsIgnoreCase(Accepted.DICOM) || parts.equalsIgnoreCase(Accepted.DICOM_JSON);
        if (!type.name().equals(Accepted.RELATED) || !known) {
            throw new Refused(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    "It takes multipart/related; type=\"application/dicom\" or \"application/dicom+json\".");
        }
        return type;
    }

    private static void requireDicom(MultipartReader parts) throws IOException {
        MediaType type = MediaType.parse(parts.headers().getOrDefault("content-type", Accepted.DICOM));
        if (!type.name().equals(Accepted.DICOM)) {
            throw new Refused(ProblemKind.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private void take(StowItem item, StowResponse response) {
        try {
            report(ingester.ingest(item), item, response);
        } catch (Refused notOfThatForm) {
            throw notOfThatForm;
        } catch (IOException | StoreFailure full) {
            LOG.warn("An instance could not be kept: the store can take no more");
            response.failed(item.reference(), Failure.OUT_OF_RESOURCES);
        } catch (RuntimeException fault) {
            LOG.error(
                    "An instance could not be kept for a fault of this program: {}",
                    fault.getClass().getName());
            response.failed(item.reference(), Failure.PROCESSING);
        }
    }

    private static void report(Outcome outcome, StowItem item, StowResponse response) {
        Reference reference = item.reference();
        switch (outcome.kind()) {
            case ADDED, DUPLICATE -> response.stored(reference);
            case CONFLICT -> response.storedWithWarning(reference);
            case REJECTED -> response.failed(reference, why(item));
        }
    }

    private static Failure why(StowItem item) {
        if (item.isElsewhere()) {
            return Failure.NOT_ALLOWED;
        }
        return item.isOfAnotherStudy() ? Failure.MISMATCH : Failure.NOT_UNDERSTOOD;
    }
}
