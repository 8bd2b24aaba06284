// SPDX-License-Identifier: Apache-2.0
/**
 * Journeys of real users against the built jar, a real browser and a bad link; nothing of the program's inside is used.
 * To add a journey, write {@code <Name>IT}, start a {@link org.wardlight.e2e.WardlightProcess} and a
 * {@link org.wardlight.e2e.Browser} in it, and assert what a user would see.
 */
@NullMarked
package org.wardlight.e2e;

import org.jspecify.annotations.NullMarked;
