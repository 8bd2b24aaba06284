// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.media;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Vr;

/**
 * Writes a DICOMDIR (PS3.10 8.6; PS3.3 F.2): records point to each other by the offsets of their items in the file, so all are measured
 * first, with offsets of nothing, and written then.
 *
 *     preamble, meta | (0004,1130) (0004,1200) (0004,1202) (0004,1212) | (0004,1220) SQ length | item, item, ...
 */
final class DirectoryWriter {
    private static final String MEDIA_STORAGE_DIRECTORY = "1.2.840.10008.1.3.10";
    private static final TransferSyntax SYNTAX = TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
    private static final int ITEM_HEADER = 8;
    private static final int SEQUENCE_HEADER = 12;
    private static final int IN_USE = 0xFFFF;

    private final DirectoryNode root;
    private final Map<DirectoryNode, Integer> offsets = new IdentityHashMap<>();

    private DirectoryWriter(DirectoryNode root) {
        this.root = root;
    }

    /**
     * @param root above the patients; has no record
     * @param uid of the directory itself
     */
    static void write(DirectoryNode root, String uid, OutputStream out) throws IOException {
        new DirectoryWriter(root).write(uid, out);
    }

    private void write(String uid, OutputStream out) throws IOException {
        byte[] head = DicomWriter.head(MEDIA_STORAGE_DIRECTORY, uid, SYNTAX.uid(), "");
        List<DirectoryNode> records = root.all();
        int at = head.length + bytes(fileSet()).length + SEQUENCE_HEADER;
        int first = at;
        for (DirectoryNode record : records) {
            offsets.put(record, at);
            at = Math.addExact(at, ITEM_HEADER + bytes(linked(record, 0)).length);
        }
        out.write(head);
        out.write(bytes(fileSet()));
        out.write(new byte[] {0x04, 0x00, 0x20, 0x12, 'S', 'Q', 0, 0});
        out.write(little(at - first));
        write(root, out);
    }

    private void write(DirectoryNode parent, OutputStream out) throws IOException {
        Iterator<DirectoryNode> siblings = parent.children().values().iterator();
        DirectoryNode record = siblings.hasNext() ? siblings.next() : null;
        while (record != null) {
            DirectoryNode next = siblings.hasNext() ? siblings.next() : null;
            byte[] item = bytes(linked(record, next == null ? 0 : offset(next)));
            out.write(new byte[] {(byte) 0xFE, (byte) 0xFF, 0x00, (byte) 0xE0});
            out.write(little(item.length));
            out.write(item);
            write(record, out);
            record = next;
        }
    }

    private DataSet fileSet() {
        List<DirectoryNode> top = List.copyOf(root.children().values());
        return DataSet.builder()
                .string(Tag.FILE_SET_ID, Vr.CS, "WARDLIGHT")
                .integer(Tag.OFFSET_OF_FIRST_RECORD, Vr.UL, top.isEmpty() ? 0 : offset(top.get(0)))
                .integer(MediaTag.LAST_RECORD, Vr.UL, top.isEmpty() ? 0 : offset(top.get(top.size() - 1)))
                .integer(MediaTag.CONSISTENCY_FLAG, Vr.US, 0)
                .build();
    }

    private DataSet linked(DirectoryNode record, int next) {
        int below = record.children().values().stream()
                .findFirst()
                .map(this::offset)
                .orElse(0);
        return record.keys().toBuilder()
                .integer(MediaTag.NEXT_RECORD, Vr.UL, next)
                .integer(MediaTag.IN_USE, Vr.US, IN_USE)
                .integer(MediaTag.LOWER_RECORDS, Vr.UL, below)
                .build();
    }

    private int offset(DirectoryNode record) {
        return offsets.getOrDefault(record, 0);
    }

    private static byte[] bytes(DataSet data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.writeDataSet(data, SYNTAX, out);
        return out.toByteArray();
    }

    private static byte[] little(int value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DataOutputStream(out).writeInt(Integer.reverseBytes(value));
        return out.toByteArray();
    }
}
