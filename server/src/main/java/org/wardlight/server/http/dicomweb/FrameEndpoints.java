// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.FrameShape;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.PixelData;
import org.wardlight.rendering.tile.Frames;
import org.wardlight.server.http.Answers;
import org.wardlight.server.http.Etags;
import org.wardlight.server.http.NewestFirst;
import org.wardlight.server.http.Parameters;
import org.wardlight.server.http.ProblemKind;
import org.wardlight.server.http.Refused;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.LocatedInstance;

/** WADO-RS: frames of an object by a list of numbers from 1, and of ranges such as 3-7 (PS3.18 10.4.1.1.6), one frame in memory at a time. */
final class FrameEndpoints {
    private static final int MOST = 100_000;
    private static final int AT_ONCE = 8;
    private static final int LONGEST_QUEUE = 200;
    private static final long PATIENCE_MS = 60_000;

    private final Selection selection;
    private final Blobs blobs;
    private final NewestFirst turns = new NewestFirst(AT_ONCE, LONGEST_QUEUE, PATIENCE_MS);

    FrameEndpoints(Catalog catalog, Blobs blobs) {
        this.selection = new Selection(catalog);
        this.blobs = blobs;
    }

    void frames(Context context) throws IOException {
        LocatedInstance located = selection.instance(context);
        List<Integer> numbers = Parameters.of(context.pathParam("frames"), FrameEndpoints::numbers);
        context.header("Cache-Control", "private, no-cache").header("Vary", "Accept");
        try (ByteSource source = blobs.open(located.instance().blob())) {
            DicomObject object = DicomReader.read(source, Limits.STANDARD);
            FrameForm form = FrameForm.choose(Accepted.ranges(context), object.syntax(), numbers.size());
            requireFrames(object, numbers);
            if (form.multipart()) {
                String address = Address.of(context).instance(located) + "/frames/";
                parts(new Related(context, form.mediaType()), object, numbers, form, address);
            } else if (!Etags.unchanged(context, etag(located, numbers, form))) {
                byte[] bytes = frame(object, numbers.get(0), form.decoded());
                context.contentType(form.contentType());
                Answers.whole(context, bytes);
            }
        }
    }

    private static String etag(LocatedInstance located, List<Integer> numbers, FrameForm form) {
        return '"' + located.instance().blob().hex() + "-" + numbers.get(0) + (form.decoded() ? "d" : "s") + '"';
    }

    private void parts(Related body, DicomObject object, List<Integer> numbers, FrameForm form, String address)
            throws IOException {
        for (int number : numbers) {
            byte[] bytes = frame(object, number, form.decoded());
            body.part(form.contentType(), address + number).write(bytes);
            body.endPart();
        }
        body.end();
    }

    private byte[] frame(DicomObject object, int number, boolean decoded) throws IOException {
        PixelData pixels = object.pixelData().orElseThrow(() -> new Unsupported("the object has no pixel data"));
        if (decoded && object.syntax().encapsulated()) {
            return turns.run(() -> Frames.decode(object, object.source(), number, Limits.STANDARD)
                    .bytes());
        }
        return pixels.frame(object.source(), number - 1, FrameShape.of(object.data()), Limits.STANDARD);
    }

    private static void requireFrames(DicomObject object, List<Integer> numbers) {
        int stated =
                object.pixelData().isEmpty() ? 0 : FrameShape.of(object.data()).frames();
        if (numbers.stream().anyMatch(number -> number > stated)) {
            throw new Refused(ProblemKind.FRAME_NOT_FOUND);
        }
    }

    static List<Integer> numbers(String list) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : list.split(",", -1)) {
            String[] ends = part.split("-", 2);
            int first = Integer.parseUnsignedInt(ends[0].strip());
            int last = ends.length == 1 ? first : Integer.parseUnsignedInt(ends[1].strip());
            if (last < first || (long) last - first >= MOST - numbers.size()) {
                throw new IllegalArgumentException("a range of at most " + MOST + " frames");
            }
            for (int number = first; number <= last; number++) {
                numbers.add(number);
            }
        }
        if (numbers.size() > MOST || numbers.stream().anyMatch(number -> number < 1)) {
            throw new IllegalArgumentException("frames count from 1");
        }
        return numbers;
    }
}
