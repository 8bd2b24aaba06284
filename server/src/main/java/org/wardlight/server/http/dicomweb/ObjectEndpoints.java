// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.transcode.NativeCopy;
import org.wardlight.server.http.Etags;
import org.wardlight.sync.amend.OutgoingIdentity;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.LocatedInstance;

/**
 * WADO-RS: whole objects of a study, series or instance (PS3.18 10.4.1.1.1), to the last byte as received or decoded. Nothing of an
 * object is held but a buffer or one frame. An object that turns out to be undecodable is given as stored: its part says in which syntax.
 */
final class ObjectEndpoints {
    private static final TransferSyntax PLAIN = TransferSyntax.EXPLICIT_LITTLE_ENDIAN;

    private final Selection selection;
    private final Blobs blobs;
    private final OutgoingIdentity identity;

    ObjectEndpoints(Catalog catalog, Blobs blobs) {
        this.selection = new Selection(catalog);
        this.blobs = blobs;
        this.identity = new OutgoingIdentity(catalog.amendments());
    }

    void objects(Context context) throws IOException {
        List<LocatedInstance> objects = selection.of(context);
        ObjectForm form = ObjectForm.choose(Accepted.ranges(context), syntaxes(objects));
        context.header("Cache-Control", "private, no-cache").header("Vary", "Accept");
        if (!form.multipart()) {
            alone(context, objects.get(0), form);
            return;
        }
        Address address = Address.of(context);
        Related body = new Related(context, Accepted.DICOM);
        for (LocatedInstance object : objects) {
            part(body, object, form, address.instance(object));
        }
        body.end();
    }

    private static List<String> syntaxes(List<LocatedInstance> objects) {
        return objects.stream().map(one -> one.instance().transferSyntax()).toList();
    }

    void alone(Context context, LocatedInstance located, ObjectForm form) throws IOException {
        InstanceRecord object = located.instance();
        boolean stored = form.asStored(object.transferSyntax());
        if (Etags.unchanged(
                context, '"' + object.blob().hex() + (stored ? "" : "-d") + identity.version(located.study()) + '"')) {
            return;
        }
        try (ByteSource source = identity.open(blobs, located)) {
            DataSet decoded = stored ? null : decoded(source);
            context.contentType(type(object, decoded));
            if (decoded == null) {
                context.res().setContentLengthLong(source.size());
            }
            write(source, decoded, context.outputStream());
        }
    }

    private void part(Related body, LocatedInstance located, ObjectForm form, String address) throws IOException {
        InstanceRecord object = located.instance();
        try (ByteSource source = identity.open(blobs, located)) {
            DataSet decoded = form.asStored(object.transferSyntax()) ? null : decoded(source);
            write(source, decoded, body.part(type(object, decoded), address));
            body.endPart();
        }
    }

    private static String type(InstanceRecord object, @Nullable DataSet decoded) {
        return Accepted.DICOM + "; transfer-syntax=" + (decoded == null ? object.transferSyntax() : PLAIN.uid());
    }

    private static @Nullable DataSet decoded(ByteSource source) throws IOException {
        try {
            return NativeCopy.of(DicomReader.read(source, Limits.STANDARD), Limits.STANDARD);
        } catch (RenderingException undecodable) {
            return null;
        }
    }

    private static void write(ByteSource source, @Nullable DataSet decoded, OutputStream out) throws IOException {
        if (decoded == null) {
            Related.copy(source, out);
        } else {
            DicomWriter.write(decoded, PLAIN, out);
        }
    }
}
