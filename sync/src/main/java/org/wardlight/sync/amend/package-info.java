// SPDX-License-Identifier: Apache-2.0
/**
 * What follows from {@code Amendments}: copies that leave under the corrected identity, and bytes of deleted objects that go later. To
 * add a way out for objects, pass what it sends through {@code OutgoingIdentity}.
 */
@NullMarked
package org.wardlight.sync.amend;

import org.jspecify.annotations.NullMarked;
