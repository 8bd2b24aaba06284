// SPDX-License-Identifier: Apache-2.0
/**
 * The PACS and workstations that an administrator has made known, kept beside the catalog. To keep something else of a peer, add it to
 * {@code Peer} and a column in the next numbered migration.
 */
@NullMarked
package org.wardlight.sync.peer;

import org.jspecify.annotations.NullMarked;
