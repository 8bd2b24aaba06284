// SPDX-License-Identifier: Apache-2.0
/**
 * Where studies are kept, how they come in, and how copies of them travel. Knows nothing of HTTP servers.
 */
@NullMarked
package org.wardlight.sync;

import org.jspecify.annotations.NullMarked;
