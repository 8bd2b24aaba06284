// SPDX-License-Identifier: Apache-2.0
/**
 * Configuration and the one place that builds implementations. To add an implementation of a port, build it in {@code Wiring}; to add a setting, add it to the fitting record of {@code ServerConfig}, which checks it.
 */
@NullMarked
package org.wardlight.server.wiring;

import org.jspecify.annotations.NullMarked;
