// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.pdu;

import java.util.List;

/** A presentation context as proposed (PS3.8 9.3.2.2). @param id odd, 1 to 255 */
public record ProposedContext(int id, String abstractSyntax, List<String> transferSyntaxes) {
    public ProposedContext {
        transferSyntaxes = List.copyOf(transferSyntaxes);
    }
}
