// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.net;

/**
 * A presentation context that both sides agreed on.
 *
 * @param requestorScu whether the requestor of the association may ask in it
 * @param requestorScp whether the requestor of the association may answer in it, as for the objects that C-GET brings
 */
public record Context(
        int id, String abstractSyntax, String transferSyntax, boolean requestorScu, boolean requestorScp) {}
