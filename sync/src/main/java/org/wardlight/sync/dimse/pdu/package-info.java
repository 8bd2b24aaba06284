// SPDX-License-Identifier: Apache-2.0
/**
 * The protocol data units of PS3.8 9.3 as records, to and from bytes. Pure. To add a sub-item of the user information, add a component to
 * {@code UserInformation} and a case to {@code UserItems} and {@code PduReader}.
 */
@NullMarked
package org.wardlight.sync.dimse.pdu;

import org.jspecify.annotations.NullMarked;
