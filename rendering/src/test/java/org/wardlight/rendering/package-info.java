// SPDX-License-Identifier: Apache-2.0
/** Fixtures of all rendering tests. */
@NullMarked
package org.wardlight.rendering;

import org.jspecify.annotations.NullMarked;
