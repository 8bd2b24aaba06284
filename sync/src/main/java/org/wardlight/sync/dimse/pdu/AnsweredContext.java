// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.pdu;

/**
 * What became of a proposed presentation context (PS3.8 9.3.3.2).
 *
 * @param transferSyntax means something only when it is accepted
 */
public record AnsweredContext(int id, int result, String transferSyntax) {
    public static final int ACCEPTED = 0;
    public static final int ABSTRACT_SYNTAX = 3;
    public static final int TRANSFER_SYNTAXES = 4;

    public boolean accepted() {
        return result == ACCEPTED;
    }
}
