// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.StudyRecord;
import org.wardlight.sync.media.MediaExport;
import org.wardlight.sync.media.ZipMedium;

/** A study as an archive to save: streamed as it is read; a fault breaks the connection off, so that no browser takes it for whole. */
final class ExportEndpoint {
    private final Catalog catalog;
    private final MediaExport export;

    ExportEndpoint(Catalog catalog, MediaExport export) {
        this.catalog = catalog;
        this.export = export;
    }

    void archive(Context context) throws IOException {
        String uid = context.pathParam("study");
        StudyRecord study = catalog.study(uid)
                .filter(record -> !record.series().isEmpty())
                .orElseThrow(() -> Absent.study(catalog, uid));
        context.contentType("application/zip")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + fileName(study) + "\"");
        // Not closed when it fails: an archive without its table is seen to be broken.
        ZipMedium medium = new ZipMedium(context.outputStream());
        export.write(List.of(study), MediaExport.newUid(), medium, done -> {});
        medium.close();
    }

    /** Says nothing of the patient: names of downloads end up in many a list. */
    private static String fileName(StudyRecord study) {
        String date = study.summary().study().date();
        return "study" + (date == null ? "" : "-" + date) + ".zip";
    }
}
