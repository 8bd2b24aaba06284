// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.util.Map;

/** Plain words for the transfer syntaxes of PS3.6 Annex A that have no codec. */
final class SyntaxNames {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("1.2.840.10008.1.2.4.52", "JPEG extended, processes 3 and 5 (retired)"),
            Map.entry("1.2.840.10008.1.2.4.53", "JPEG spectral selection, processes 6 and 8 (retired)"),
            Map.entry("1.2.840.10008.1.2.4.54", "JPEG spectral selection, processes 7 and 9 (retired)"),
            Map.entry("1.2.840.10008.1.2.4.55", "JPEG progressive, processes 10 and 12 (retired)"),
            Map.entry("1.2.840.10008.1.2.4.56", "JPEG progressive, processes 11 and 13 (retired)"),
            Map.entry("1.2.840.10008.1.2.4.58", "JPEG lossless with arithmetic coding (retired)"),
            Map.entry("1.2.840.10008.1.2.4.80", "JPEG-LS lossless"),
            Map.entry("1.2.840.10008.1.2.4.81", "JPEG-LS near-lossless"),
            Map.entry("1.2.840.10008.1.2.4.90", "JPEG 2000 lossless"),
            Map.entry("1.2.840.10008.1.2.4.91", "JPEG 2000"),
            Map.entry("1.2.840.10008.1.2.4.92", "JPEG 2000 multi-component lossless"),
            Map.entry("1.2.840.10008.1.2.4.93", "JPEG 2000 multi-component"),
            Map.entry("1.2.840.10008.1.2.4.94", "pixels referenced by JPIP address"),
            Map.entry("1.2.840.10008.1.2.4.95", "pixels referenced by JPIP address, deflated"),
            Map.entry("1.2.840.10008.1.2.4.110", "JPEG XL lossless"),
            Map.entry("1.2.840.10008.1.2.4.111", "JPEG XL made from JPEG"),
            Map.entry("1.2.840.10008.1.2.4.112", "JPEG XL"),
            Map.entry("1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 lossless"),
            Map.entry("1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 lossless by resolution (RPCL)"),
            Map.entry("1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000"),
            Map.entry("1.2.840.10008.1.2.8.1", "deflated frames"));

    private SyntaxNames() {}

    static String of(String uid) {
        String name = NAMES.get(uid);
        if (name != null) {
            return name;
        }
        return isVideo(uid) ? "video (transfer syntax " + uid + ")" : "transfer syntax " + uid;
    }

    private static boolean isVideo(String uid) {
        return uid.startsWith("1.2.840.10008.1.2.4.10") || uid.startsWith("1.2.840.10008.1.2.7.");
    }
}
