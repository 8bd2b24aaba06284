// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.net;

import java.io.IOException;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.sync.dimse.DimseFailure;
import org.wardlight.sync.dimse.DimseFailure.Kind;
import org.wardlight.sync.dimse.message.CommandSet;

/** Small data sets of messages, such as the keys of a query: in memory, of bounded size. */
public final class DataSets {
    /** Longest that is read. */
    public static final int MOST = 4 << 20;

    private DataSets() {}

    /** The data set of a message. @throws DimseFailure when it is too long or none */
    public static DataSet read(Incoming incoming) throws IOException {
        byte[] bytes = incoming.data().readNBytes(MOST + 1);
        if (bytes.length > MOST) {
            throw new DimseFailure(Kind.VIOLATION, "the peer sent a data set of more than " + MOST + " bytes");
        }
        try {
            return DicomReader.readDataSet(
                    bytes, TransferSyntax.of(incoming.context().transferSyntax()), Limits.STANDARD);
        } catch (RenderingException broken) {
            throw new DimseFailure(Kind.VIOLATION, "the peer sent a broken data set: " + broken.getMessage(), broken);
        }
    }

    /** Sends a message with a data set in the syntax of its context. */
    public static void send(Association association, Context context, CommandSet command, DataSet data)
            throws IOException {
        TransferSyntax syntax = TransferSyntax.of(context.transferSyntax());
        association.send(context, command, out -> DicomWriter.writeDataSet(data, syntax, out));
    }
}
