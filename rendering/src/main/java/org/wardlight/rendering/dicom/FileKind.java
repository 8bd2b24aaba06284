// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Says in words what a file is that is no DICOM. */
final class FileKind {
    private static final String[][] BEGINNINGS = {
        {"\u00FF\u00D8\u00FF", "a JPEG picture"},
        {"\u0089PNG", "a PNG picture"},
        {"%PDF", "a PDF document"},
        {"PK\u0003\u0004", "a ZIP archive"},
        {"PK\u0005\u0006", "an empty ZIP archive"},
        {"\u001F\u008B", "a gzip archive"},
        {"7z\u00BC\u00AF", "a 7-Zip archive"},
        {"Rar!", "a RAR archive"},
        {"GIF8", "a GIF picture"},
        {"BM", "a BMP picture"},
        {"II*\0", "a TIFF picture"},
        {"MM\0*", "a TIFF picture"},
        {"\0\0\0\u000CjP  ", "a JPEG 2000 picture"},
        {"\u00FFO\u00FFQ", "a JPEG 2000 codestream"},
        {"RIFF", "a RIFF file (WebP, AVI or WAV)"},
        {"SQLite format 3", "an SQLite database"},
        {"\u007FELF", "a program"},
        {"MZ", "a Windows program"},
        {"MSH|", "an HL7 message"},
        {"<?xml", "an XML document"},
        {"<!DOCTYPE", "an HTML document"},
        {"<html", "an HTML document"},
        {"{", "text, perhaps JSON"},
    };

    private FileKind() {}

    static String describe(SourceCursor in) throws IOException {
        in.seek(0);
        String head = new String(in.take((int) Math.min(512, in.size())), StandardCharsets.ISO_8859_1);
        for (String[] beginning : BEGINNINGS) {
            if (head.startsWith(beginning[0])) {
                return "not DICOM, but " + beginning[1];
            }
        }
        if (head.length() > 8 && head.startsWith("ftyp", 4)) {
            return "not DICOM, but an MP4 or HEIF file";
        }
        return isText(head)
                ? "not DICOM, but text"
                : "not DICOM: neither a preamble with DICM at byte 128 nor a data set at byte 0";
    }

    private static boolean isText(String head) {
        return head.chars().noneMatch(c -> (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') || c == 0x7F);
    }
}
