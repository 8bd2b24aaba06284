// SPDX-License-Identifier: Apache-2.0
/**
 * What devices keep, and until when: {@link org.wardlight.sync.keep.Leases} on the node that keeps copies, {@link
 * org.wardlight.sync.keep.Copies} on the site that is told of them, {@link org.wardlight.sync.keep.ListReadiness} for who plans a ward
 * round. To add another fact that a device tells, add it to {@code Copy}, which is stored as JSON: older reports then have it absent.
 */
@NullMarked
package org.wardlight.sync.keep;

import org.jspecify.annotations.NullMarked;
