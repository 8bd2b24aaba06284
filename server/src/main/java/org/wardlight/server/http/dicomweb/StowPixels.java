// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Value;
import org.wardlight.server.http.dicomweb.StowResponse.Failure;

/** Pixel data of instances that came as JSON, and in which transfer syntax it makes them. A part is a frame, or a whole video. One thread. */
final class StowPixels {
    private static final Value MISSING = new Value.Bytes(new byte[0]);

    private final Map<Value, TransferSyntax> syntaxes = new IdentityHashMap<>();

    /** @param parts those that the metadata refers to, in the order in which they came */
    Value value(List<StowBulk> parts) throws IOException {
        if (parts.isEmpty()) {
            return MISSING;
        }
        TransferSyntax syntax = parts.get(0).syntax();
        List<Value.Raw> raws = new ArrayList<>();
        for (StowBulk part : parts) {
            raws.add(part.raw());
        }
        Value value = syntax.encapsulated()
                ? new Value.Fragments(
                        raws, IntStream.range(0, raws.size()).boxed().toList())
                : raws.get(0);
        syntaxes.put(value, syntax);
        return value;
    }

    /** Why no object can be made of a data set: its pixels did not come, or not as many frames as it states. */
    Optional<Failure> failure(DataSet data) {
        Value pixels = pixels(data);
        boolean missing = pixels == MISSING;
        boolean incomplete = pixels instanceof Value.Fragments frames
                && !syntax(data).isVideo()
                && frames.fragments().size()
                        != data.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
        return missing || incomplete ? Optional.of(Failure.NOT_UNDERSTOOD) : Optional.empty();
    }

    TransferSyntax syntax(DataSet data) {
        TransferSyntax stated = syntaxes.get(pixels(data));
        // Of native pixels the numbers are little endian, whatever syntax they are said to be cut from.
        return stated != null && stated.encapsulated() ? stated : TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
    }

    private static @Nullable Value pixels(DataSet data) {
        return data.element(Tag.PIXEL_DATA).map(element -> element.value()).orElse(null);
    }
}
