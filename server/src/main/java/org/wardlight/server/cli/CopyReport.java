// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wardlight.sync.Json;
import org.wardlight.sync.backup.StoreCopy.Copied;
import org.wardlight.sync.blob.BlobHash;

/** What {@code backup} and {@code restore} say at their end, also with {@code --json}. */
record CopyReport(long copied, long bytes, long there, List<String> bad) {
    static CopyReport of(Copied copied) {
        return new CopyReport(
                copied.copied(),
                copied.bytes(),
                copied.there(),
                copied.bad().stream().map(BlobHash::hex).toList());
    }

    /** Prints it and gives the exit code: 0 only when all was copied. */
    int say(Console console, boolean json, String done) {
        if (json) {
            console.out().println(new String(Json.bytes(this), StandardCharsets.UTF_8));
        } else {
            console.out()
                    .println(done + ": " + copied + " copied (" + Sizes.text(bytes) + "), " + there
                            + " were there already, " + bad.size() + " missing or damaged.");
            bad.stream().limit(10).forEach(hash -> console.err().println("missing or damaged: blob " + hash));
        }
        return bad.isEmpty() ? 0 : 1;
    }
}
