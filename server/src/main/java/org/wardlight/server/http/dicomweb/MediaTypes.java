// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wardlight.rendering.finish.Finish;
import org.wardlight.server.http.MediaType;

/** Media types of what is rendered. */
final class MediaTypes {
    private MediaTypes() {}

    /** All in which one object is given. */
    static List<String> all() {
        List<String> all = new ArrayList<>(List.of(Accepted.DICOM));
        all.addAll(PictureAnswers.TYPES);
        return List.copyOf(all);
    }

    /** The picture that a range takes. */
    static Optional<Finish.Type> picture(MediaType range) {
        for (Finish.Type type : Finish.Type.values()) {
            if (range.takes(type.mediaType())) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
