// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

/** An endpoint will not do what was asked; {@link Problems} turns it into an answer. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final String offer;

    public Refused(ProblemKind kind) {
        this(kind, "");
    }

    /** @param offer what can be had instead, in a sentence that names nothing of a patient */
    public Refused(ProblemKind kind, String offer) {
        super(kind.code(), null, false, false);
        this.kind = kind;
        this.offer = offer;
    }

    public ProblemKind kind() {
        return kind;
    }

    /** Follows the kind's own words; mostly empty. */
    public String offer() {
        return offer;
    }
}
