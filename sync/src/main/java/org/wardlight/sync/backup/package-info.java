// SPDX-License-Identifier: Apache-2.0
/**
 * Copies of a store made while it is used, and what can be had back of one that was damaged. To add a kind of store, copy its catalog first
 * and then what its rows need.
 */
@NullMarked
package org.wardlight.sync.backup;

import org.jspecify.annotations.NullMarked;
