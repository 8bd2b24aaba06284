// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Unique identifiers of one study, the same for the same seed: 2.25 and the integer of a UUID (PS3.5 B.2), then series and instance,
 * so that the identifiers of a study share their beginning.
 */
record Uids(String study) {
    static Uids of(String seed) {
        UUID uuid = UUID.nameUUIDFromBytes(("wardlight " + seed).getBytes(StandardCharsets.UTF_8));
        BigInteger high = new BigInteger(Long.toUnsignedString(uuid.getMostSignificantBits()));
        BigInteger low = new BigInteger(Long.toUnsignedString(uuid.getLeastSignificantBits()));
        return new Uids("2.25." + high.shiftLeft(64).add(low));
    }

    String series(int number) {
        return study + "." + number;
    }

    String instance(int series, int number) {
        return study + "." + series + "." + number;
    }

    String frameOfReference() {
        return study + ".0";
    }
}
