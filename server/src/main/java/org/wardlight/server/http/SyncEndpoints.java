// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.transfer.BlobRequest;
import org.wardlight.sync.transfer.BlobStreamWriter;
import org.wardlight.sync.transfer.Manifests;
import org.wardlight.sync.transfer.Purpose;

/** What another node, or a tablet's store, needs to copy a study: the list of its blobs, and the blobs. */
final class SyncEndpoints {
    static final String BLOBS = "application/vnd.wardlight.blobs";

    private final Catalog catalog;
    private final Manifests manifests;
    private final BlobStreamWriter blobStream;

    SyncEndpoints(Catalog catalog, Manifests manifests, BlobStreamWriter blobStream) {
        this.catalog = catalog;
        this.manifests = manifests;
        this.blobStream = blobStream;
    }

    void manifest(Context context) throws IOException {
        Purpose purpose = Parameters.of(
                Parameters.text(context, "for", Purpose.EXACT.word()),
                word -> Purpose.find(word).orElseThrow(IllegalArgumentException::new));
        Answers.revalidated(
                context,
                manifests
                        .of(context.pathParam("study"), purpose, "planes".equals(context.queryParam("tiles")))
                        .orElseThrow(() -> Absent.study(catalog, context.pathParam("study"))));
    }

    /** Streams; a store that fails on the way cuts the connection, so that the receiver sees that something is missing. */
    void blobs(Context context) throws IOException {
        Answers.requireJson(context);
        BlobRequest request = Answers.read(context, BlobRequest.class);
        context.status(200).contentType(BLOBS).header("Cache-Control", "no-store");
        blobStream.write(request, context.outputStream());
    }
}
