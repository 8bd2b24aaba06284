// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.wardlight.rendering.dicom.Value.Fragments;

/**
 * Writes Part 10 files (PS3.10 7.1): preamble, meta group, data set. Long values stream from where they are. Text that is not ASCII
 * in a data set without Specific Character Set is written as UTF-8, and says so. Neither flushes nor closes the output. Thread-safe.
 */
public final class DicomWriter {
    /** Implementation Class UID (PS3.7 D.3.3.2) of this program. */
    public static final String IMPLEMENTATION_CLASS_UID = "2.25.311538598805756153111505262592095297243";

    private static final String IMPLEMENTATION_VERSION_NAME = "WARDLIGHT_1";
    private static final int SOURCE_APPLICATION_ENTITY_TITLE = 0x00020016;
    private static final int BUFFER = 64 * 1024;

    /** How sequences and items say where they end (PS3.5 7.5). */
    public enum SequenceLengths {
        UNDEFINED,
        DEFINED
    }

    private DicomWriter() {}

    /** Writes an object as it was read, in its own transfer syntax; its source must be open. */
    public static void write(DicomObject object, OutputStream out) throws IOException {
        write(object.meta(), object.whole(), object.syntax(), SequenceLengths.UNDEFINED, out);
    }

    /**
     * Writes a data set, sequences with undefined length.
     *
     * @throws IllegalArgumentException when its pixel data is native and the syntax is not, or the other way round
     */
    public static void write(DataSet data, TransferSyntax syntax, OutputStream out) throws IOException {
        write(data, syntax, SequenceLengths.UNDEFINED, out);
    }

    /** As above, with a choice of sequence lengths. */
    public static void write(DataSet data, TransferSyntax syntax, SequenceLengths lengths, OutputStream out)
            throws IOException {
        boolean mismatch = data.element(Tag.PIXEL_DATA)
                .filter(pixels -> pixels.value() instanceof Fragments != syntax.encapsulated())
                .isPresent();
        if (mismatch) {
            throw new IllegalArgumentException("the pixel data does not fit the transfer syntax " + syntax.name());
        }
        write(DataSet.EMPTY, data, syntax, lengths, out);
    }

    /**
     * Writes a data set alone, without a file around it, as messages have it (PS3.7); not for the deflated syntax.
     */
    public static void writeDataSet(DataSet data, TransferSyntax syntax, OutputStream out) throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
        new ElementWriter(buffered, syntax, SequenceLengths.UNDEFINED).write(Texts.withCharacterSet(data));
        buffered.flush();
    }

    /**
     * What makes a file of a data set that is already in a transfer syntax: preamble, prefix and meta group (PS3.10 7.1).
     *
     * @param source AE title of who sent it; empty for none
     */
    public static byte[] head(String sopClass, String sopInstance, String transferSyntax, String source)
            throws IOException {
        DataSetBuilder given = DataSet.builder();
        if (!source.isEmpty()) {
            given.string(SOURCE_APPLICATION_ENTITY_TITLE, Vr.AE, source);
        }
        DataSet named = DataSet.builder()
                .string(Tag.SOP_CLASS_UID, sopClass)
                .string(Tag.SOP_INSTANCE_UID, sopInstance)
                .build();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(new byte[128]);
        head.writeBytes(new byte[] {'D', 'I', 'C', 'M'});
        head.writeBytes(metaGroup(given.build(), named, TransferSyntax.of(transferSyntax)));
        return head.toByteArray();
    }

    private static void write(
            DataSet meta, DataSet data, TransferSyntax syntax, SequenceLengths lengths, OutputStream out)
            throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
        buffered.write(new byte[128]);
        buffered.write(new byte[] {'D', 'I', 'C', 'M'});
        buffered.write(metaGroup(meta, data, syntax));
        DataSet spoken = Texts.withCharacterSet(data);
        if (syntax.deflated()) {
            writeDeflated(spoken, syntax, lengths, buffered);
        } else {
            new ElementWriter(buffered, syntax, lengths).write(spoken);
        }
        buffered.flush();
    }

    private static void writeDeflated(DataSet data, TransferSyntax syntax, SequenceLengths lengths, OutputStream out)
            throws IOException {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater, BUFFER);
            new ElementWriter(deflated, syntax, lengths).write(data);
            deflated.finish();
            if (deflater.getBytesWritten() % 2 == 1) {
                out.write(0); // PS3.5 A.5: the compressed bytes are padded to an even number
            }
        } finally {
            deflater.end();
        }
    }

    /** The meta group is explicit little endian whatever the data set is; its first element says its length (PS3.10 7.1). */
    private static byte[] metaGroup(DataSet given, DataSet data, TransferSyntax syntax) throws IOException {
        DataSetBuilder meta = given.toBuilder()
                .remove(Tag.FILE_META_INFORMATION_GROUP_LENGTH)
                .bytes(Tag.FILE_META_INFORMATION_VERSION, Vr.OB, new byte[] {0, 1})
                .string(Tag.TRANSFER_SYNTAX_UID, syntax.uid())
                .string(Tag.IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_CLASS_UID)
                .string(Tag.IMPLEMENTATION_VERSION_NAME, IMPLEMENTATION_VERSION_NAME);
        data.string(Tag.SOP_CLASS_UID).ifPresent(uid -> meta.string(Tag.MEDIA_STORAGE_SOP_CLASS_UID, uid));
        data.string(Tag.SOP_INSTANCE_UID).ifPresent(uid -> meta.string(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, uid));
        byte[] rest = explicit(meta.build());
        byte[] length = explicit(DataSet.builder()
                .integer(Tag.FILE_META_INFORMATION_GROUP_LENGTH, rest.length)
                .build());
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(length);
        both.write(rest);
        return both.toByteArray();
    }

    private static byte[] explicit(DataSet meta) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ElementWriter(bytes, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, SequenceLengths.UNDEFINED).write(meta);
        return bytes.toByteArray();
    }
}
