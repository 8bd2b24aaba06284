// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import java.util.List;

/**
 * What one way to use a resource takes and gives, for the capabilities description (PS3.18 8.9).
 *
 * @param parameters of the query
 * @param takes media types of a body; empty for none
 * @param gives media types of answers
 */
record Described(List<String> parameters, List<String> takes, List<String> gives) {
    private static final String JSON = Accepted.DICOM_JSON;
    private static final List<String> SEARCH =
            List.of("accept", "{attributeID}", "includefield", "fuzzymatching", "limit", "offset");
    private static final List<String> PICTURE =
            List.of("accept", "annotation", "iccprofile", "presentationUID", "quality", "viewport", "window");
    private static final List<String> ANY_PICTURE = List.of("image/jpeg", "image/png", "image/gif");
    private static final List<String> FRAMES = List.of(
            Accepted.OCTETS, "image/jpeg", "image/jls", "image/jp2", "image/jpx", "image/jphc", "image/dicom-rle");

    static Described of(String method, String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (method.equals("POST")) {
            return new Described(List.of("accept"), List.of(related(Accepted.DICOM), related(JSON)), List.of(JSON));
        }
        if (method.equals("DELETE")) {
            return new Described(List.of(), List.of(), List.of());
        }
        return switch (last) {
            case "studies", "series", "instances" -> new Described(SEARCH, List.of(), List.of(JSON));
            case "metadata" -> new Described(List.of("accept"), List.of(), List.of(JSON));
            case "rendered" -> new Described(PICTURE, List.of(), PictureAnswers.TYPES);
            case "thumbnail" -> new Described(List.of("accept", "viewport"), List.of(), ANY_PICTURE);
            case "wado" -> new Described(WadoUri.PARAMETERS, List.of(), WadoUri.MEDIA_TYPES);
            case "capabilities", "dicom-web" -> new Described(List.of("accept"), List.of(), Capabilities.MEDIA_TYPES);
            case "{frames}" -> new Described(List.of("accept"), List.of(), parts(FRAMES));
            case "<path>" -> new Described(List.of("accept"), List.of(), parts(List.of(Accepted.OCTETS)));
            default -> new Described(List.of("accept"), List.of(), parts(List.of(Accepted.DICOM)));
        };
    }

    private static String related(String type) {
        return Accepted.RELATED + "; type=\"" + type + "\"";
    }

    private static List<String> parts(List<String> types) {
        return types.stream()
                .flatMap(type -> java.util.stream.Stream.of(related(type), type))
                .toList();
    }
}
