// SPDX-License-Identifier: Apache-2.0
/**
 * Asking others (PS3.4): echo, send, find, get, move, worklist, storage commitment. To add a service, write a class that opens an
 * association by {@code Requestor} and speaks one kind of message.
 */
@NullMarked
package org.wardlight.sync.dimse.scu;

import org.jspecify.annotations.NullMarked;
