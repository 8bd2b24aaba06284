// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.FileByteSource;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.server.http.Answers;
import org.wardlight.server.http.MediaType;
import org.wardlight.server.http.MultipartReader;
import org.wardlight.server.http.ProblemKind;
import org.wardlight.server.http.Refused;
import org.wardlight.server.http.dicomweb.StowResponse.Failure;
import org.wardlight.server.http.dicomweb.StowResponse.Reference;
import org.wardlight.sync.ingest.IngestItem;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.ingest.Outcome;
import org.wardlight.sync.sqlite.StoreFailure;

/**
 * STOW-RS: takes in instances, of the study that the address names or of any (PS3.18 10.5). Each part is written to a file of its own as it comes, looked at,
 * and handed to the ingester; nothing of a part is held in memory. One bad instance does not stop the others.
 */
final class StowEndpoint {
    private static final String RELATED = "multipart/related";
    private static final String DICOM = "application/dicom";

    /** Largest single instance. */
    private static final long LARGEST = 16L << 30;

    private final Ingester ingester;

    StowEndpoint(Ingester ingester) {
        this.ingester = ingester;
    }

    void store(Context context) throws IOException {
        Optional<String> study = Optional.ofNullable(context.pathParamMap().get("study"));
        if (study.filter(uid -> !uid.matches("[0-9.]{1,64}")).isPresent()) {
            throw new Refused(ProblemKind.BAD_PARAMETER);
        }
        MultipartReader parts = new MultipartReader(context.req().getInputStream(), boundary(context));
        StowResponse response = new StowResponse(Address.of(context), study);
        while (parts.next()) {
            MediaType type = MediaType.parse(parts.headers().getOrDefault("content-type", DICOM));
            if (!type.name().equals(DICOM)) {
                throw new Refused(ProblemKind.UNSUPPORTED_MEDIA_TYPE);
            }
            take(parts.body(), study, response);
        }
        if (response.isEmpty()) {
            throw new Refused(ProblemKind.BAD_BODY);
        }
        Answers.json(context, response.status(), "application/dicom+json", response.body());
    }

    private static String boundary(Context context) {
        String header = context.contentType();
        MediaType type = MediaType.parse(header == null ? "" : header);
        boolean isDicom = type.name().equals(RELATED)
                && type.parameter("type").orElse(DICOM).equals(DICOM);
        if (!isDicom) {
            throw new Refused(ProblemKind.UNSUPPORTED_MEDIA_TYPE);
        }
        return type.parameter("boundary").orElseThrow(() -> new Refused(ProblemKind.BAD_BODY));
    }

    private void take(InputStream body, Optional<String> study, StowResponse response) throws IOException {
        Path file = Files.createTempFile("wardlight-upload", ".dcm");
        try {
            copy(body, file);
            Reference reference = Reference.UNKNOWN;
            try (FileByteSource source = FileByteSource.open(file)) {
                DicomObject object = DicomReader.read(source, Limits.STANDARD);
                reference = reference(object);
                String own = object.data().string(Tag.STUDY_INSTANCE_UID).orElse("");
                if (study.filter(uid -> !uid.equals(own)).isPresent()) {
                    response.failed(reference, Failure.MISMATCH);
                    return;
                }
            } catch (RenderingException broken) {
                response.failed(reference, Failure.NOT_UNDERSTOOD);
                return;
            }
            try {
                report(ingester.ingest(IngestItem.file("an uploaded instance", file)), reference, response);
            } catch (IOException | StoreFailure full) {
                response.failed(reference, Failure.OUT_OF_RESOURCES);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void report(Outcome outcome, Reference reference, StowResponse response) {
        switch (outcome.kind()) {
            case ADDED, DUPLICATE -> response.stored(reference);
            case CONFLICT -> response.storedWithWarning(reference);
            case REJECTED -> response.failed(reference, Failure.NOT_UNDERSTOOD);
        }
    }

    private static Reference reference(DicomObject object) {
        return new Reference(
                object.sopClassUid(),
                object.sopInstanceUid(),
                object.data().string(Tag.SERIES_INSTANCE_UID),
                object.data().string(Tag.STUDY_INSTANCE_UID));
    }

    private static void copy(InputStream in, Path file) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                total += count;
                if (total > LARGEST) {
                    throw new Refused(ProblemKind.TOO_LARGE);
                }
                out.write(buffer, 0, count);
            }
        }
    }
}
