// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

import java.time.Duration;

/**
 * How long is waited, each for a step and none for a whole message: an object of gigabytes may take as long as it keeps coming.
 *
 * @param connect for the connection, TLS included
 * @param artim for the first and last words of an association (PS3.8 9.1.5)
 * @param pdu for each PDU once it has begun, and for each 64 KiB of a long one, in both directions
 * @param reply for the next message while one is due
 * @param idle for the next request of an association that others opened
 */
public record Timeouts(Duration connect, Duration artim, Duration pdu, Duration reply, Duration idle) {
    public static final Timeouts STANDARD = new Timeouts(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5));

    /** The same time for every step. */
    public static Timeouts all(Duration each) {
        return new Timeouts(each, each, each, each, each);
    }
}
