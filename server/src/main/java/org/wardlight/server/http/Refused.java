// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

/** An endpoint will not do what was asked; {@link Problems} turns it into an answer. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;

    public Refused(ProblemKind kind) {
        super(kind.code(), null, false, false);
        this.kind = kind;
    }

    public ProblemKind kind() {
        return kind;
    }
}
