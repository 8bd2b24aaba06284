// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.rendering.dicom.json.BulkData;
import org.wardlight.rendering.dicom.json.DicomJson;
import org.wardlight.rendering.dicom.json.DicomJsonArray;
import org.wardlight.server.http.Encodings;
import org.wardlight.sync.amend.OutgoingIdentity;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.LocatedInstance;

/** WADO-RS metadata (PS3.18 10.4.1.1.2) as DICOM JSON, object by object; pixels and long values by BulkDataURI. */
final class MetadataEndpoints {
    private static final long LONGEST_INLINE = 16 * 1024;
    private static final int AVAILABLE_TRANSFER_SYNTAX_UID = 0x00083002;

    private final Selection selection;
    private final Blobs blobs;
    private final OutgoingIdentity identity;

    MetadataEndpoints(Catalog catalog, Blobs blobs) {
        this.selection = new Selection(catalog);
        this.blobs = blobs;
        this.identity = new OutgoingIdentity(catalog.amendments());
    }

    void metadata(Context context) throws IOException {
        Accepted.requireJson(context);
        List<LocatedInstance> objects = selection.of(context);
        Address address = Address.of(context);
        context.contentType(DicomJson.MEDIA_TYPE)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Accept, Accept-Encoding");
        boolean zip = Encodings.accepts(context.header("Accept-Encoding"), "gzip");
        if (zip) {
            context.header("Content-Encoding", "gzip");
        }
        OutputStream plain = context.outputStream();
        try (OutputStream out = zip ? new GZIPOutputStream(plain, 8192) : plain) {
            try (DicomJsonArray array = DicomJson.array(out)) {
                for (LocatedInstance object : objects) {
                    add(array, object, address.instance(object));
                }
            }
        }
    }

    private void add(DicomJsonArray array, LocatedInstance located, String address) throws IOException {
        BulkData bulk = new BulkData(LONGEST_INLINE, (path, element) -> Optional.of(address + "/bulkdata/" + path));
        try (ByteSource source = blobs.open(located.instance().blob())) {
            DicomObject object = identity.of(located, DicomReader.read(source, Limits.STANDARD));
            array.add(described(object, located), bulk);
        } catch (RenderingException unreadable) {
            // It was readable when it came in: the store is damaged, and a list without this object would hide that.
            throw new IOException("an object in the store cannot be read", unreadable);
        }
    }

    private static DataSet described(DicomObject object, LocatedInstance located) {
        return object.whole().toBuilder()
                .string(AVAILABLE_TRANSFER_SYNTAX_UID, Vr.UI, located.instance().transferSyntax())
                .build();
    }
}
