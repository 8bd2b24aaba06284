// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom.json;

import java.util.Optional;
import org.wardlight.rendering.dicom.Element;

/**
 * What of a data set goes into JSON by reference (PS3.18 F.2.6).
 *
 * @param threshold values of more bytes than this are offered to {@code uris}, where their VR may go by reference; so are, whatever
 *     their length, pixel data and values that were left in their file
 * @param uris the address of a value
 */
public record BulkData(long threshold, Uris uris) {
    /** Nothing by reference: pixel data is left out, all else is written inline. */
    public static final BulkData NONE = new BulkData(Long.MAX_VALUE, (path, element) -> Optional.empty());

    /** Says where a value can be fetched; empty: write it inline, or, for pixel data, leave it out. */
    @FunctionalInterface
    public interface Uris {
        Optional<String> of(ElementPath path, Element element);
    }
}
