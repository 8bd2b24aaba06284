// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.isolation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** What a child process does, one request after the other. */
public interface ChildService {
    /**
     * Reads one request and answers it. The caller flushes. What is thrown ends the process.
     *
     * @throws java.io.EOFException when there are no more requests
     */
    void serve(DataInputStream in, DataOutputStream out) throws IOException;
}
