// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.net;

import java.util.List;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.sync.dimse.pdu.UserInformation;
import org.wardlight.sync.dimse.pdu.UserInformation.Extended;
import org.wardlight.sync.dimse.pdu.UserInformation.Role;

/** What this program says of itself. */
final class Own {
    /** Longer ones are taken too, but it is polite to keep to this: few system calls, and room for every peer's buffers. */
    static final int MAX_LENGTH = 256 * 1024;

    private static final String VERSION = "WARDLIGHT_1";

    private Own() {}

    static UserInformation information(List<Role> roles, List<Extended> extended) {
        return UserInformation.of(MAX_LENGTH, DicomWriter.IMPLEMENTATION_CLASS_UID, VERSION, roles, extended);
    }
}
