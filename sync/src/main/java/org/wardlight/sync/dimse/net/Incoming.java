// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.net;

import java.io.IOException;
import java.io.InputStream;
import org.wardlight.sync.dimse.message.CommandSet;

/**
 * A message as it comes in.
 *
 * @param data its data set, still on the wire: read to its end before anything else is done with the association, or dropped by the
 *     next receive; empty when the message has none
 */
public record Incoming(Context context, CommandSet command, InputStream data) {
    /** Reads over what is left of the data set. */
    public void drain() throws IOException {
        data.transferTo(java.io.OutputStream.nullOutputStream());
    }
}
