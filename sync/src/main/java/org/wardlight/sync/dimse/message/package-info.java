// SPDX-License-Identifier: Apache-2.0
/**
 * DIMSE messages without their data sets (PS3.7 9, E): command sets to and from bytes, status codes, SOP classes of services. Pure. To
 * add a message, add its command field to {@code CommandField} and a factory to {@code Commands}.
 */
@NullMarked
package org.wardlight.sync.dimse.message;

import org.jspecify.annotations.NullMarked;
