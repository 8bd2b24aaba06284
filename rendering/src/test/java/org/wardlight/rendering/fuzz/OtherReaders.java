// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.json.BulkData;
import org.wardlight.rendering.dicom.json.BulkDataSource;
import org.wardlight.rendering.dicom.json.DicomJson;
import org.wardlight.rendering.document.Documents;
import org.wardlight.rendering.overlay.Overlays;
import org.wardlight.rendering.pixel.FrameLayouts;
import org.wardlight.rendering.pixel.Shutters;
import org.wardlight.rendering.present.KeyObjects;
import org.wardlight.rendering.present.PresentationStates;
import org.wardlight.rendering.slide.SlideIndex;
import org.wardlight.rendering.slide.SlideParts;

/** Everything that reads an object apart from its first frame: each may refuse it in words, none may do anything else. */
final class OtherReaders {
    /** One way of reading an object. */
    @FunctionalInterface
    private interface Reader {
        void read(DicomObject object, Limits limits) throws IOException;
    }

    private static final List<Reader> ALL = List.of(
            (object, limits) -> {
                if (Documents.factsOf(object).isPresent()) {
                    Documents.open(object, 1);
                }
            },
            (object, limits) -> Documents.waveform(object, 1, 1),
            (object, limits) -> Overlays.draw(
                    object, object.source(), FrameLayouts.of(object).within(limits), 1, limits),
            (object, limits) -> PresentationStates.of(object),
            (object, limits) -> KeyObjects.of(object),
            (object, limits) -> Shutters.of(object.data()),
            (object, limits) -> SlideParts.of(object).ifPresent(part -> SlideIndex.of(object.data(), part)),
            OtherReaders::json);

    private OtherReaders() {}

    /** Has each read it. */
    static void read(DicomObject object, Limits limits) throws IOException {
        for (Reader reader : ALL) {
            try {
                reader.read(object, limits);
            } catch (RenderingException refused) {
                // as it should be
            }
        }
    }

    /** The object as JSON, of which some bytes are then changed. */
    private static void json(DicomObject object, Limits limits) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomJson.write(object.data(), BulkData.NONE, out);
        byte[] text = out.toByteArray();
        Random random = new Random(text.length);
        for (int i = random.nextInt(4); i > 0; i--) {
            text[random.nextInt(text.length)] = (byte) (32 + random.nextInt(96));
        }
        DicomJson.read(new ByteArrayInputStream(text), limits, BulkDataSource.LEAVE_OUT);
    }
}
