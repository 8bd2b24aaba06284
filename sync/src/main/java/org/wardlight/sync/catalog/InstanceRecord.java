// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.sync.blob.BlobHash;

/**
 * One object.
 *
 * @param instance SOP Instance UID
 * @param transferSyntax UID of the syntax that the blob is in
 * @param number Instance Number
 * @param blob the whole Part 10 file
 * @param bytes its size
 * @param standing whether it may be shown
 * @param header what its frames are; null when it has no picture that can be shown
 * @param noPicture why there is none, in words; null when there is a header
 */
public record InstanceRecord(
        String instance,
        String sopClass,
        String transferSyntax,
        @Nullable Integer number,
        BlobHash blob,
        long bytes,
        Standing standing,
        @Nullable ImageHeader header,
        @Nullable String noPicture) {
    public InstanceRecord {
        if ((header == null) == (noPicture == null)) {
            throw new IllegalArgumentException("an object has either a header or a reason why there is no picture");
        }
    }

    /** Why this object is not among the pictures of its study, in words; empty when it is. */
    public Optional<String> omitted() {
        return standing == Standing.SOUND ? Optional.ofNullable(noPicture) : Optional.of(standing.reason());
    }

    InstanceRecord with(Standing other) {
        return new InstanceRecord(instance, sopClass, transferSyntax, number, blob, bytes, other, header, noPicture);
    }
}
