// SPDX-License-Identifier: Apache-2.0
/**
 * What people measured and pointed at on images, kept version by version beside the catalog. To keep something else of a mark, add it to
 * {@code MarkShape}, which is stored as JSON: older marks then have it absent.
 */
@NullMarked
package org.wardlight.sync.mark;

import org.jspecify.annotations.NullMarked;
