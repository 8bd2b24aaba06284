// SPDX-License-Identifier: Apache-2.0
/**
 * One class a command. To add a command, write {@code <Name>Command} and list it in {@code WardlightCommand}.
 */
@NullMarked
package org.wardlight.server.cli;

import org.jspecify.annotations.NullMarked;
