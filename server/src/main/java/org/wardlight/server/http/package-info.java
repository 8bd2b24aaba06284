// SPDX-License-Identifier: Apache-2.0
/**
 * The HTTP contract. To add an endpoint, add a method to the fitting {@code *Endpoints}, a row to {@code Routes} and a file to src/test/resources/contract.
 */
@NullMarked
package org.wardlight.server.http;

import org.jspecify.annotations.NullMarked;
