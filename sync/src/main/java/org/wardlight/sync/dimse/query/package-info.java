// SPDX-License-Identifier: Apache-2.0
/**
 * Matching of queries (PS3.4 C.2.2.2) against the catalog: keys in, data sets out. Knows no network. To answer another key from the
 * catalog, add it to {@code Known}; every other attribute is read from the object's header.
 */
@NullMarked
package org.wardlight.sync.dimse.query;

import org.jspecify.annotations.NullMarked;
