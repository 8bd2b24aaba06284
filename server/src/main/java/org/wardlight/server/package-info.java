// SPDX-License-Identifier: Apache-2.0
/**
 * The program: command line, wiring and HTTP. {@code Wiring} is the only place that builds implementations.
 */
@NullMarked
package org.wardlight.server;

import org.jspecify.annotations.NullMarked;
