// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.scu;

import java.io.IOException;
import org.wardlight.rendering.dicom.ByteSource;

/**
 * An object to be sent.
 *
 * @param transferSyntax that it is kept in
 * @param opener opens its file; who opens it closes it
 */
public record Outgoing(String sopClass, String sopInstance, String transferSyntax, Opener opener) {
    /** Opens a file. */
    @FunctionalInterface
    public interface Opener {
        ByteSource open() throws IOException;
    }
}
