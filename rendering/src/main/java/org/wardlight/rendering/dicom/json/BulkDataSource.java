// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom.json;

import java.io.IOException;
import java.util.Optional;
import org.wardlight.rendering.dicom.Value;
import org.wardlight.rendering.dicom.Vr;

/** Fetches what JSON only refers to. */
@FunctionalInterface
public interface BulkDataSource {
    /** Every value by reference is left out of the data set. */
    BulkDataSource LEAVE_OUT = (path, vr, uri) -> Optional.empty();

    /** The value at an address, in little endian; empty leaves the element out. The address is as the sender wrote it: do not trust it. */
    Optional<Value> value(ElementPath path, Vr vr, String uri) throws IOException;
}
