// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.net;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a data set in the transfer syntax of its context while it is being sent. */
@FunctionalInterface
public interface DataWriter {
    void writeTo(OutputStream out) throws IOException;
}
