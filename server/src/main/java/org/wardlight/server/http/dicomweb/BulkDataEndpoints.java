// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.Element;
import org.wardlight.rendering.dicom.EncapsulatedPixelData;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.RawInput;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Value;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.dicom.json.ElementPath;
import org.wardlight.server.http.MediaType;
import org.wardlight.server.http.ProblemKind;
import org.wardlight.server.http.RangedAnswer;
import org.wardlight.server.http.Refused;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Catalog;

/**
 * WADO-RS: values that metadata refers to (PS3.18 10.4.1.1.5), numbers in little endian, whole or by byte range, alone or as the one part
 * of a multipart body. Compressed pixel data is its frames' codestreams joined, which for a video is the video.
 */
final class BulkDataEndpoints {
    private static final int MIME_TYPE_OF_ENCAPSULATED_DOCUMENT = 0x00420012;
    private static final int ENCAPSULATED_DOCUMENT = 0x00420011;

    private final Selection selection;
    private final Blobs blobs;

    BulkDataEndpoints(Catalog catalog, Blobs blobs) {
        this.selection = new Selection(catalog);
        this.blobs = blobs;
    }

    void value(Context context) throws IOException {
        var located = selection.instance(context);
        ElementPath path =
                ElementPath.parse(context.pathParam("path")).orElseThrow(() -> new Refused(ProblemKind.BAD_PARAMETER));
        context.header("Cache-Control", "private, no-cache").header("Vary", "Accept");
        try (ByteSource source = blobs.open(located.instance().blob())) {
            DicomObject object = DicomReader.read(source, Limits.STANDARD);
            Bulk bulk = find(object, path).orElseThrow(() -> new Refused(ProblemKind.NOT_FOUND));
            if (isRelated(context, bulk.mediaType)) {
                Related body = new Related(context, bulk.mediaType);
                try (InputStream in = bulk.opener.open()) {
                    in.transferTo(
                            body.part(bulk.mediaType, Address.of(context).instance(located) + "/bulkdata/" + path));
                }
                body.endPart();
                body.end();
            } else {
                alone(context, bulk, '"' + located.instance().blob().hex() + "-" + path + '"');
            }
        }
    }

    private static boolean isRelated(Context context, String mediaType) {
        for (MediaType range : Accepted.ranges(context)) {
            boolean octets =
                    range.parameter("type").filter(Accepted.OCTETS::equals).isPresent();
            if (Accepted.isRelated(range, mediaType) || (range.name().equals(Accepted.RELATED) && octets)) {
                return true;
            }
            if (range.takes(mediaType) || range.takes(Accepted.OCTETS)) {
                return false;
            }
        }
        throw new Refused(
                ProblemKind.NOT_ACCEPTABLE, "It is given as " + mediaType + ", alone or in multipart/related.");
    }

    private static void alone(Context context, Bulk bulk, String etag) throws IOException {
        RangedAnswer.send(context, bulk.mediaType, etag, bulk.length, from -> {
            InputStream in = bulk.opener.open();
            in.skipNBytes(from);
            return in;
        });
    }

    private static Optional<Bulk> find(DicomObject object, ElementPath path) {
        if (path.steps().equals(List.of(Tag.PIXEL_DATA))
                && object.pixelData().orElse(null) instanceof EncapsulatedPixelData pixels) {
            ByteSource joined = pixels.stream(object.source());
            Value.InFile all = new Value.InFile(joined, 0, joined.size(), false);
            return Optional.of(
                    new Bulk(Codestreams.type(object.syntax()), joined.size(), () -> RawInput.open(all, Vr.OB)));
        }
        return path.find(object.whole()).flatMap(element -> bulk(object, element));
    }

    private static Optional<Bulk> bulk(DicomObject object, Element element) {
        return element.value() instanceof Value.Raw raw && raw.length() > 0
                ? Optional.of(
                        new Bulk(mediaType(object, element), raw.length(), () -> RawInput.open(raw, element.vr())))
                : Optional.empty();
    }

    /** Of documents only what a browser shows without running anything of it. */
    private static String mediaType(DicomObject object, Element element) {
        return element.tag() == ENCAPSULATED_DOCUMENT
                        && object.data()
                                .string(MIME_TYPE_OF_ENCAPSULATED_DOCUMENT)
                                .filter("application/pdf"::equals)
                                .isPresent()
                ? "application/pdf"
                : Accepted.OCTETS;
    }

    private record Bulk(String mediaType, long length, Value.Opener opener) {}
}
