// SPDX-License-Identifier: Apache-2.0
/**
 * Answering others (PS3.4): echo, store, find, get, move, the results of storage commitment. To add a service, implement
 * {@code Handler} and put it into {@code Handlers} with what it offers.
 */
@NullMarked
package org.wardlight.sync.dimse.scp;

import org.jspecify.annotations.NullMarked;
