// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.LocatedInstance;

/**
 * WADO-RS: one instance as it was received (PS3.18 10.4). Gives it alone ({@code application/dicom}) or as the one part of a
 * {@code multipart/related} body, by Accept; in the transfer syntax that it is stored in or not at all.
 */
final class WadoEndpoint {
    private static final String DICOM = "application/dicom";
    private static final String RELATED = "multipart/related";

    /** What is meant when Accept names no transfer syntax (PS3.18 8.7.3.5.2, table 8.7.3-2). */
    private static final String DEFAULT_SYNTAX = "1.2.840.10008.1.2.1";

    private final Catalog catalog;
    private final Blobs blobs;

    WadoEndpoint(Catalog catalog, Blobs blobs) {
        this.catalog = catalog;
        this.blobs = blobs;
    }

    void instance(Context context) throws IOException {
        InstanceRecord instance = find(context);
        boolean isMultipart = isMultipart(context, instance.transferSyntax());
        // Two forms at one address: each has its own tag.
        String etag = '"' + instance.blob().hex() + (isMultipart ? "-m" : "") + '"';
        context.header("Cache-Control", "private, no-cache").header("Vary", "Accept");
        if (Etags.unchanged(context, etag)) {
            return;
        }
        String part = DICOM + "; transfer-syntax=" + instance.transferSyntax();
        try (ByteSource source = blobs.open(instance.blob())) {
            if (isMultipart) {
                related(
                        context,
                        source,
                        part,
                        "wardlight-" + instance.blob().hex().substring(0, 40));
            } else {
                context.contentType(part);
                context.res().setContentLengthLong(source.size());
                copy(source, context.outputStream());
            }
        }
    }

    private InstanceRecord find(Context context) {
        LocatedInstance located = catalog.instance(context.pathParam("instance"))
                .orElseThrow(() -> new Refused(ProblemKind.INSTANCE_NOT_FOUND));
        boolean isThere = located.study().equals(context.pathParam("study"))
                && located.series().equals(context.pathParam("series"));
        if (!isThere) {
            throw new Refused(ProblemKind.INSTANCE_NOT_FOUND);
        }
        return located.instance();
    }

    private static boolean isMultipart(Context context, String stored) {
        String accept = context.header("Accept");
        // An object in another syntax than the default is still given to a client that says nothing at all of what it
        // wants.
        for (MediaType range : MediaType.parseAccept(accept == null ? "*/*" : accept)) {
            if (range.takes(RELATED)) {
                boolean isAnything = !range.name().equals(RELATED);
                boolean isDicom =
                        isAnything || range.parameter("type").orElse(DICOM).equals(DICOM);
                if (isDicom && (isAnything || takesSyntax(range, stored))) {
                    return true;
                }
            } else if (range.takes(DICOM) && takesSyntax(range, stored)) {
                return false;
            }
        }
        throw new Refused(ProblemKind.NOT_ACCEPTABLE);
    }

    private static boolean takesSyntax(MediaType range, String stored) {
        Optional<String> asked = range.parameter("transfer-syntax");
        return asked.orElse(DEFAULT_SYNTAX).equals(stored) || asked.equals(Optional.of("*"));
    }

    private static void related(Context context, ByteSource source, String part, String boundary) throws IOException {
        // The boundary is of the object's own SHA-256, so it cannot stand inside of it.
        byte[] head = ascii("--" + boundary + "\r\nContent-Type: " + part + "\r\n\r\n");
        byte[] tail = ascii("\r\n--" + boundary + "--\r\n");
        context.contentType(RELATED + "; type=\"" + DICOM + "\"; boundary=" + boundary);
        context.res().setContentLengthLong(head.length + source.size() + tail.length);
        OutputStream out = context.outputStream();
        out.write(head);
        copy(source, out);
        out.write(tail);
    }

    private static void copy(ByteSource source, OutputStream out) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (long at = 0; at < source.size(); ) {
            int count = (int) Math.min(buffer.length, source.size() - at);
            source.read(at, buffer, 0, count);
            out.write(buffer, 0, count);
            at += count;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
