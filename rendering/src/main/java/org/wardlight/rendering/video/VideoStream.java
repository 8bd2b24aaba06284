// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.video;

import java.io.IOException;
import java.util.Optional;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.EncapsulatedPixelData;
import org.wardlight.rendering.pixel.ImageHeader.VideoFacts;

/**
 * The stream of a video object: its fragments joined.
 *
 * @param coding how pictures are coded, by the transfer syntax
 * @param container what the pictures lie in, by the first bytes
 * @param bytes of the whole stream, read by range
 */
public record VideoStream(Coding coding, Container container, ByteSource bytes) {
    private static final int HEAD = 4 * 192;

    /** How pictures are coded. */
    public enum Coding {
        MPEG2,
        H264,
        HEVC;

        static Coding of(String syntax) {
            String number = syntax.replaceFirst("^1\\.2\\.840\\.10008\\.1\\.2\\.4\\.(\\d+).*", "$1");
            return switch (number) {
                case "100", "101" -> MPEG2;
                case "107", "108" -> HEVC;
                default -> H264;
            };
        }
    }

    /** What pictures lie in. */
    public enum Container {
        MP4("video/mp4"),
        TRANSPORT_STREAM("video/mp2t"),
        PROGRAM_STREAM("video/mpeg"),
        /** The pictures alone. */
        ELEMENTARY_STREAM("video/mpeg"),
        UNKNOWN("application/octet-stream");

        private final String mediaType;

        Container(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        static Container of(byte[] head) {
            if (head.length >= 12 && ascii(head, 4).matches("ftyp|moov|mdat|free|skip|wide|styp")) {
                return MP4;
            }
            if (synchronous(head, 0, 188) || synchronous(head, 4, 192)) {
                return TRANSPORT_STREAM;
            }
            if (head.length < 4 || head[0] != 0 || head[1] != 0) {
                return UNKNOWN;
            }
            int start = (head[2] & 0xFF) << 8 | head[3] & 0xFF;
            return start == 0x01BA ? PROGRAM_STREAM : start >> 8 <= 1 ? ELEMENTARY_STREAM : UNKNOWN;
        }

        /** Packets of a transport stream begin with 47 each. */
        private static boolean synchronous(byte[] head, int from, int packet) {
            boolean all = head.length >= from + 2 * packet;
            for (int at = from; at < head.length; at += packet) {
                all &= head[at] == 0x47;
            }
            return all;
        }

        private static String ascii(byte[] head, int from) {
            return new String(head, from, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * The stream of an object; empty when it is no video or has no pixel data.
     *
     * @throws org.wardlight.rendering.RenderingException.MalformedDicom when the stream is cut off
     */
    public static Optional<VideoStream> of(DicomObject object, ByteSource source) throws IOException {
        if (!object.syntax().isVideo() || !(object.pixelData().orElse(null) instanceof EncapsulatedPixelData pixels)) {
            return Optional.empty();
        }
        ByteSource bytes = pixels.stream(source);
        byte[] head = new byte[(int) Math.min(HEAD, bytes.size())];
        bytes.read(0, head, 0, head.length);
        return Optional.of(new VideoStream(Coding.of(object.syntax().uid()), Container.of(head), bytes));
    }

    /** What a player is given: H.264 and HEVC in MP4, copied into it where need be and FFmpeg is here; else the stream as it is. */
    public VideoFacts facts() {
        boolean playable = coding != Coding.MPEG2 && (container == Container.MP4 || remuxed());
        return new VideoFacts(remuxed() ? Container.MP4.mediaType() : container.mediaType(), bytes.size(), playable);
    }

    /** Whether it is copied into MP4 to be played: none plays MPEG-2, and pictures alone have no times. */
    public boolean remuxed() {
        boolean timed = container == Container.TRANSPORT_STREAM || container == Container.PROGRAM_STREAM;
        return coding != Coding.MPEG2 && timed && VideoLibrary.present();
    }
}
