// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import java.util.Map;
import org.wardlight.rendering.dicom.TransferSyntax;

/** Media types of compressed pixel data (PS3.18 table 8.7.3-5). */
final class Codestreams {
    private static final String JPEG = "image/jpeg";
    private static final String HT = "image/jphc";

    /** By what follows 1.2.840.10008.1.2 in the transfer syntax. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry(".5", "image/dicom-rle"),
            Map.entry(".4.80", "image/jls"),
            Map.entry(".4.81", "image/jls"),
            Map.entry(".4.90", "image/jp2"),
            Map.entry(".4.91", "image/jp2"),
            Map.entry(".4.92", "image/jpx"),
            Map.entry(".4.93", "image/jpx"),
            Map.entry(".4.100", "video/mpeg"),
            Map.entry(".4.101", "video/mpeg"),
            Map.entry(".4.110", "image/jxl"),
            Map.entry(".4.111", "image/jxl"),
            Map.entry(".4.112", "image/jxl"),
            Map.entry(".4.201", HT),
            Map.entry(".4.202", HT),
            Map.entry(".4.203", HT));

    private Codestreams() {}

    static String type(TransferSyntax syntax) {
        if (!syntax.encapsulated()) {
            return Accepted.OCTETS;
        }
        String tail = syntax.uid().replace("1.2.840.10008.1.2", "");
        if (tail.matches("\\.4\\.(5|6|7)[0-9]")) {
            return JPEG;
        }
        return TYPES.getOrDefault(tail, syntax.isVideo() ? "video/mp4" : Accepted.OCTETS);
    }
}
