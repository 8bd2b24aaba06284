// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import io.javalin.http.Context;
import java.util.List;
import org.wardlight.server.http.MediaType;
import org.wardlight.server.http.ProblemKind;
import org.wardlight.server.http.Refused;

/** What a client takes (PS3.18 8.7.4): the accept parameter of the query goes before the header; saying nothing is taking everything. */
final class Accepted {
    static final String RELATED = "multipart/related";
    static final String DICOM = "application/dicom";
    static final String OCTETS = "application/octet-stream";
    static final String DICOM_JSON = "application/dicom+json";

    private Accepted() {}

    static List<MediaType> ranges(Context context) {
        String query = context.queryParam("accept");
        // A plus sign that was not escaped is a blank by now.
        String text = query == null ? context.header("Accept") : query.replace("dicom json", "dicom+json");
        return MediaType.parseAccept(text == null || text.isBlank() ? "*/*" : text);
    }

    /** JSON is the only form of metadata and of search results here. */
    static void requireJson(Context context) {
        boolean takes =
                ranges(context).stream().anyMatch(range -> range.takes(DICOM_JSON) || range.takes("application/json"));
        if (!takes) {
            throw new Refused(ProblemKind.NOT_ACCEPTABLE, "It is given as application/dicom+json.");
        }
    }

    /** Objects and pictures of them are never one answer (PS3.18 8.7.5). */
    static void refuseMixture(List<MediaType> ranges) {
        boolean pictures = ranges.stream().anyMatch(range -> range.name().startsWith("image/"));
        boolean objects = ranges.stream().anyMatch(range -> range.name().equals(DICOM) || isRelated(range, DICOM));
        if (pictures && objects) {
            throw new Refused(ProblemKind.BAD_PARAMETER);
        }
    }

    static boolean isRelated(MediaType range, String type) {
        return range.name().equals(RELATED)
                && range.parameter("type").orElse(type).equalsIgnoreCase(type);
    }

    static boolean isAnything(MediaType range) {
        return range.name().equals("*/*") || range.name().equals("multipart/*");
    }
}
