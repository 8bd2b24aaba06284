// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import org.wardlight.rendering.document.Document;
import org.wardlight.sync.rendition.DocumentSource;
import org.wardlight.sync.rendition.Rendered;

/** Documents and waveforms. What came from a file runs no script, loads nothing and reaches nothing of this site. */
final class DocumentEndpoints {
    /** A browser's own viewer of PDF does not open within a sandbox; it runs nothing of the document on this site. */
    private static final String PDF = "application/pdf";

    private static final String LOCKED =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
    private static final Set<String> SHOWN = Set.of(Document.HTML, Document.SVG, PDF);
    private static final int MOST_PAGES = 1_000_000;

    private final DocumentSource documents;

    DocumentEndpoints(DocumentSource documents) {
        this.documents = documents;
    }

    void document(Context context) throws IOException {
        int page = Parameters.count(context, "page", 1, MOST_PAGES);
        answer(context, documents.document(context.pathParam("instance"), page, context.queryParam("v")));
    }

    void waveform(Context context) throws IOException {
        int page = Parameters.count(context, "page", 1, MOST_PAGES);
        int group = Parameters.pathNumber(context, "group");
        answer(context, documents.waveform(context.pathParam("instance"), group, page, context.queryParam("v")));
    }

    private static void answer(Context context, Rendered rendered) {
        String type = rendered.mediaType();
        context.header("Content-Security-Policy", type.equals(PDF) ? LOCKED : "sandbox; " + LOCKED);
        if (!SHOWN.contains(type)) {
            context.header("Content-Disposition", "attachment");
        }
        boolean versioned = context.queryParam("v") != null;
        context.header("Cache-Control", versioned ? "private, max-age=31536000, immutable" : "private, no-cache");
        if (!Etags.unchanged(context, '"' + rendered.etag() + '"')) {
            context.status(200).contentType(type);
            context.res().setContentLength(rendered.bytes().length);
            context.result(rendered.bytes());
        }
    }
}
