// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A transfer syntax (PS3.5 10, Annex A; PS3.6 A): how a data set is encoded.
 *
 * @param name in plain words, for messages
 * @param encapsulated whether pixel data is compressed into fragments
 * @param implicit whether VRs are left out
 * @param deflated whether all after the meta group is deflated (PS3.5 A.5)
 */
public record TransferSyntax(
        String uid, String name, boolean encapsulated, boolean bigEndian, boolean implicit, boolean deflated) {
    public static final TransferSyntax IMPLICIT_LITTLE_ENDIAN =
            new TransferSyntax("1.2.840.10008.1.2", "Implicit VR Little Endian", false, false, true, false);
    public static final TransferSyntax EXPLICIT_LITTLE_ENDIAN =
            new TransferSyntax("1.2.840.10008.1.2.1", "Explicit VR Little Endian", false, false, false, false);
    public static final TransferSyntax DEFLATED = new TransferSyntax(
            "1.2.840.10008.1.2.1.99", "Deflated Explicit VR Little Endian", false, false, false, true);
    public static final TransferSyntax EXPLICIT_BIG_ENDIAN =
            new TransferSyntax("1.2.840.10008.1.2.2", "Explicit VR Big Endian", false, true, false, false);
    public static final TransferSyntax JPEG_BASELINE =
            encapsulated("1.2.840.10008.1.2.4.50", "JPEG Baseline, 8 bit lossy");
    public static final TransferSyntax JPEG_LOSSLESS = encapsulated("1.2.840.10008.1.2.4.57", "JPEG Lossless");
    public static final TransferSyntax JPEG_LOSSLESS_SV1 =
            encapsulated("1.2.840.10008.1.2.4.70", "JPEG Lossless, Selection Value 1");
    public static final TransferSyntax RLE_LOSSLESS = encapsulated("1.2.840.10008.1.2.5", "RLE Lossless");

    private static final Map<String, TransferSyntax> KNOWN = Stream.of(
                    IMPLICIT_LITTLE_ENDIAN,
                    EXPLICIT_LITTLE_ENDIAN,
                    DEFLATED,
                    EXPLICIT_BIG_ENDIAN,
                    encapsulated("1.2.840.10008.1.2.1.98", "Encapsulated Uncompressed"),
                    JPEG_BASELINE,
                    encapsulated("1.2.840.10008.1.2.4.51", "JPEG Extended, 8 or 12 bit lossy"),
                    encapsulated("1.2.840.10008.1.2.4.52", "JPEG Extended, processes 3 and 5 (retired)"),
                    encapsulated("1.2.840.10008.1.2.4.53", "JPEG Spectral Selection, processes 6 and 8 (retired)"),
                    encapsulated("1.2.840.10008.1.2.4.54", "JPEG Spectral Selection, processes 7 and 9 (retired)"),
                    encapsulated("1.2.840.10008.1.2.4.55", "JPEG Full Progression, processes 10 and 12 (retired)"),
                    encapsulated("1.2.840.10008.1.2.4.56", "JPEG Full Progression, processes 11 and 13 (retired)"),
                    JPEG_LOSSLESS,
                    encapsulated("1.2.840.10008.1.2.4.58", "JPEG Lossless, process 15 (retired)"),
                    encapsulated("1.2.840.10008.1.2.4.59", "JPEG Extended Hierarchical, processes 16 and 18 (retired)"),
                    encapsulated("1.2.840.10008.1.2.4.60", "JPEG Extended Hierarchical, processes 17 and 19 (retired)"),
                    encapsulated("1.2.840.10008.1.2.4.61", "JPEG Spectral Hierarchical, processes 20 and 22 (retired)"),
                    encapsulated("1.2.840.10008.1.2.4.62", "JPEG Spectral Hierarchical, processes 21 and 23 (retired)"),
                    encapsulated("1.2.840.10008.1.2.4.63", "JPEG Full Hierarchical, processes 24 and 26 (retired)"),
                    encapsulated("1.2.840.10008.1.2.4.64", "JPEG Full Hierarchical, processes 25 and 27 (retired)"),
                    encapsulated("1.2.840.10008.1.2.4.65", "JPEG Lossless Hierarchical, process 28 (retired)"),
                    encapsulated("1.2.840.10008.1.2.4.66", "JPEG Lossless Hierarchical, process 29 (retired)"),
                    JPEG_LOSSLESS_SV1,
                    encapsulated("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless"),
                    encapsulated("1.2.840.10008.1.2.4.81", "JPEG-LS Near-Lossless"),
                    encapsulated("1.2.840.10008.1.2.4.90", "JPEG 2000 Lossless"),
                    encapsulated("1.2.840.10008.1.2.4.91", "JPEG 2000"),
                    encapsulated("1.2.840.10008.1.2.4.92", "JPEG 2000 Multi-component Lossless"),
                    encapsulated("1.2.840.10008.1.2.4.93", "JPEG 2000 Multi-component"),
                    plain("1.2.840.10008.1.2.4.94", "JPIP Referenced", false),
                    plain("1.2.840.10008.1.2.4.95", "JPIP Referenced Deflate", true),
                    encapsulated("1.2.840.10008.1.2.4.100", "MPEG-2 Main Profile, Main Level video"),
                    encapsulated("1.2.840.10008.1.2.4.100.1", "MPEG-2 Main Profile, Main Level video, fragmentable"),
                    encapsulated("1.2.840.10008.1.2.4.101", "MPEG-2 Main Profile, High Level video"),
                    encapsulated("1.2.840.10008.1.2.4.101.1", "MPEG-2 Main Profile, High Level video, fragmentable"),
                    encapsulated("1.2.840.10008.1.2.4.102", "MPEG-4 AVC/H.264 High Profile 4.1 video"),
                    encapsulated("1.2.840.10008.1.2.4.102.1", "MPEG-4 AVC/H.264 High Profile 4.1 video, fragmentable"),
                    encapsulated("1.2.840.10008.1.2.4.103", "MPEG-4 AVC/H.264 BD-compatible video"),
                    encapsulated("1.2.840.10008.1.2.4.103.1", "MPEG-4 AVC/H.264 BD-compatible video, fragmentable"),
                    encapsulated("1.2.840.10008.1.2.4.104", "MPEG-4 AVC/H.264 High Profile 4.2, 2D video"),
                    encapsulated(
                            "1.2.840.10008.1.2.4.104.1", "MPEG-4 AVC/H.264 High Profile 4.2, 2D video, fragmentable"),
                    encapsulated("1.2.840.10008.1.2.4.105", "MPEG-4 AVC/H.264 High Profile 4.2, 3D video"),
                    encapsulated(
                            "1.2.840.10008.1.2.4.105.1", "MPEG-4 AVC/H.264 High Profile 4.2, 3D video, fragmentable"),
                    encapsulated("1.2.840.10008.1.2.4.106", "MPEG-4 AVC/H.264 Stereo High Profile video"),
                    encapsulated(
                            "1.2.840.10008.1.2.4.106.1", "MPEG-4 AVC/H.264 Stereo High Profile video, fragmentable"),
                    encapsulated("1.2.840.10008.1.2.4.107", "HEVC/H.265 Main Profile video"),
                    encapsulated("1.2.840.10008.1.2.4.108", "HEVC/H.265 Main 10 Profile video"),
                    encapsulated("1.2.840.10008.1.2.4.110", "JPEG XL Lossless"),
                    encapsulated("1.2.840.10008.1.2.4.111", "JPEG XL, recompressed JPEG"),
                    encapsulated("1.2.840.10008.1.2.4.112", "JPEG XL"),
                    encapsulated("1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 Lossless"),
                    encapsulated("1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 Lossless, RPCL"),
                    encapsulated("1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000"),
                    plain("1.2.840.10008.1.2.4.204", "JPIP Referenced High-Throughput JPEG 2000", false),
                    plain("1.2.840.10008.1.2.4.205", "JPIP Referenced High-Throughput JPEG 2000 Deflate", true),
                    RLE_LOSSLESS,
                    encapsulated("1.2.840.10008.1.2.8.1", "Deflated Image Frame"))
            .collect(Collectors.toMap(TransferSyntax::uid, syntax -> syntax, (a, b) -> a, LinkedHashMap::new));

    /** The syntax of a UID; one that is not known counts as encapsulated explicit little endian, as all additions since 1998 are. */
    public static TransferSyntax of(String uid) {
        TransferSyntax known = KNOWN.get(uid);
        return known == null ? encapsulated(uid, "unknown transfer syntax") : known;
    }

    /** All that are known, in the order of the standard. */
    public static List<TransferSyntax> known() {
        return List.copyOf(KNOWN.values());
    }

    /** Whether this program knows what the UID stands for. */
    public boolean isKnown() {
        return KNOWN.containsKey(uid);
    }

    /** Whether frames are in one video stream that cannot be cut into them. */
    public boolean isVideo() {
        return name.contains("video");
    }

    /** The last number of a UID. */
    static int lastNumber(String uid) {
        String digits = uid.substring(uid.lastIndexOf('.') + 1);
        return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
    }

    private static TransferSyntax encapsulated(String uid, String name) {
        return new TransferSyntax(uid, name, true, false, false, false);
    }

    private static TransferSyntax plain(String uid, String name, boolean deflated) {
        return new TransferSyntax(uid, name, false, false, false, deflated);
    }
}
