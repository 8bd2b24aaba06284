// SPDX-License-Identifier: Apache-2.0
/** Hostile input: seeds, seeded mutations of them, and the whole way of a file through rendering. */
@NullMarked
package org.wardlight.rendering.fuzz;

import org.jspecify.annotations.NullMarked;
