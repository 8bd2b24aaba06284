// SPDX-License-Identifier: Apache-2.0
/**
 * Associations on sockets (PS3.8): opening and accepting them, messages with streamed data sets, the rules for what may come when. To
 * offer another service to callers, describe it in an {@code Offer}; to tell another failure apart, see {@code Reasons}.
 */
@NullMarked
package org.wardlight.sync.dimse.net;

import org.jspecify.annotations.NullMarked;
