// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.colour;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Element;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Value;

/**
 * The colour profiles of objects. Building a transform takes milliseconds and a series has one profile: the last few are kept. Thread-safe.
 */
public final class ColourProfiles {
    /** What the kind of a frame says of it. */
    public static final String CONVERTED = "ICC profile converted to sRGB";

    public static final String UNUSABLE = "The ICC profile cannot be used: colours are shown as stored";

    private static final int LARGEST = 4 << 20;
    private static final int KEPT = 16;

    private static final ColourProfiles ALL = new ColourProfiles();

    private final Map<String, ColourProfile> known = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ColourProfile> eldest) {
            return size() > KEPT;
        }
    };

    private ColourProfiles() {}

    /**
     * The profile that holds for an object's frames: of its (first) optical path, else of the image (PS3.3 C.8.12.5, C.11.15); empty when
     * there is none. One that is too large is as one that is broken.
     */
    public static Optional<ColourProfile> of(DataSet data) {
        Optional<Element> stated = data.items(Tag.OPTICAL_PATH_SEQUENCE).stream()
                .flatMap(path -> path.element(Tag.ICC_PROFILE).stream())
                .findFirst()
                .or(() -> data.element(Tag.ICC_PROFILE));
        return stated.filter(ColourProfiles::hasBytes).map(ColourProfiles::of);
    }

    private static boolean hasBytes(Element element) {
        return !(element.value() instanceof Value.Raw raw) || raw.length() > 0;
    }

    private static ColourProfile of(Element element) {
        byte[] bytes = element.value() instanceof Value.Bytes value ? value.bytes() : new byte[0];
        return ALL.known(bytes.length > LARGEST ? new byte[0] : bytes);
    }

    private synchronized ColourProfile known(byte[] bytes) {
        return known.computeIfAbsent(hash(bytes), any -> ColourProfile.of(bytes));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
