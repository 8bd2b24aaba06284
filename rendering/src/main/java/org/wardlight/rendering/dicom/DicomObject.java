// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.util.Optional;
import org.wardlight.rendering.dicom.Value.InFile;

/**
 * A DICOM object as read: its header is in memory, its pixel data where it was.
 *
 * @param meta the file meta group (0002,xxxx); empty when the file has none
 * @param data the data set, without the pixel data of its top level
 * @param syntax the transfer syntax that the data set really has, which may differ from a meta header that lies
 * @param pixelData where the pixel data lies, offsets counting in {@code source}; empty when there is none
 * @param complete false when the file ends before its pixel data or data set does
 * @param source the bytes that values left in the file and pixel data are read from: the file, or what was inflated from it
 */
public record DicomObject(
        DataSet meta,
        DataSet data,
        TransferSyntax syntax,
        Optional<PixelData> pixelData,
        boolean complete,
        ByteSource source) {
    /** SOP Class UID of the data set, else as the meta header has it; empty when neither says. */
    public Optional<String> sopClassUid() {
        return data.string(Tag.SOP_CLASS_UID).or(() -> meta.string(Tag.MEDIA_STORAGE_SOP_CLASS_UID));
    }

    /** SOP Instance UID of the data set, else as the meta header has it; empty when neither says. */
    public Optional<String> sopInstanceUid() {
        return data.string(Tag.SOP_INSTANCE_UID).or(() -> meta.string(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID));
    }

    /**
     * The transfer syntax that the file states, where its pixel data are coded in another way than that; empty when they are as it says.
     */
    public Optional<TransferSyntax> miscalled() {
        return meta.string(Tag.TRANSFER_SYNTAX_UID)
                .map(TransferSyntax::of)
                .filter(stated -> pixelData.isPresent())
                .filter(stated -> stated.encapsulated() != syntax.encapsulated()
                        || stated.encapsulated() && !stated.uid().equals(syntax.uid()));
    }

    /** The data set with its pixel data as a value that is left in the source, which must stay open while it is read. */
    public DataSet whole() {
        return pixelData
                .map(pixels -> data.toBuilder().put(pixelElement(pixels)).build())
                .orElse(data);
    }

    private Element pixelElement(PixelData pixels) {
        if (pixels instanceof NativePixelData plain) {
            ByteSource from = plain.inflated() == null ? source : plain.inflated();
            return new Element(
                    plain.tag(), plain.vr(), new InFile(from, plain.offset(), plain.available(), plain.bigEndian()));
        }
        return new Element(Tag.PIXEL_DATA, Vr.OB, ((EncapsulatedPixelData) pixels).toValue(source));
    }

    /** Whether this is a DICOMDIR: Media Storage Directory Storage (PS3.3 F, PS3.4 B.5). */
    public boolean isDirectory() {
        return sopClassUid().filter("1.2.840.10008.1.3.10"::equals).isPresent()
                || (sopClassUid().isEmpty() && data.contains(Tag.DIRECTORY_RECORD_SEQUENCE));
    }
}
