// SPDX-License-Identifier: Apache-2.0
/**
 * A folder that other programs drop files into. To add a way to treat what was taken, add a constant to {@code After} and its case to {@code Shelf}.
 */
@NullMarked
package org.wardlight.sync.watch;

import org.jspecify.annotations.NullMarked;
