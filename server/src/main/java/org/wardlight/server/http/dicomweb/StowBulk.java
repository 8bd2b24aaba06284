// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import java.io.IOException;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Value;
import org.wardlight.server.http.MediaType;
import org.wardlight.sync.blob.StagedBlob;

/** A value that came in a part of its own. */
record StowBulk(StagedBlob bytes, MediaType type) {
    private static final String SYNTAX = "1.2.840.10008.1.2";
    private static final int LOOKED_AT = 64 * 1024;

    Value.Raw raw() throws IOException {
        ByteSource source = bytes.source();
        return new Value.InFile(source, 0, source.size(), false);
    }

    /** As the part says; else what its media type stands for (PS3.18 table 8.7.3-5), of JPEG what its frame header says. */
    TransferSyntax syntax() throws IOException {
        return TransferSyntax.of(type.parameter("transfer-syntax").orElse(SYNTAX + tail()));
    }

    private String tail() throws IOException {
        return switch (type.name()) {
            case "image/jpeg" -> jpeg();
            case "image/jls" -> ".4.80";
            case "image/jp2" -> ".4.90";
            case "image/jpx" -> ".4.92";
            case "image/jphc" -> ".4.201";
            case "image/dicom-rle" -> ".5";
            case "video/mpeg" -> ".4.100";
            case "video/mp4" -> ".4.102";
            default -> ".1";
        };
    }

    private String jpeg() throws IOException {
        ByteSource source = bytes.source();
        byte[] head = new byte[(int) Math.min(LOOKED_AT, source.size())];
        source.read(0, head, 0, head.length);
        for (int at = 2; at + 4 <= head.length && head[at] == (byte) 0xFF; ) {
            int marker = head[at + 1] & 0xFF;
            if (marker == 0xC3) {
                return ".4.70";
            }
            if (marker == 0xC0 || marker == 0xC1) {
                return marker == 0xC0 ? ".4.50" : ".4.51";
            }
            at += 2 + ((head[at + 2] & 0xFF) << 8 | head[at + 3] & 0xFF);
        }
        return ".4.50";
    }
}
