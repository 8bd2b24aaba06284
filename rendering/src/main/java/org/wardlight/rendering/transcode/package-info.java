// SPDX-License-Identifier: Apache-2.0
/**
 * Objects in another transfer syntax than they are kept in. To add a target, write a class that gives a data set whose pixel data is
 * {@code Value.Streamed}, one frame in memory at a time.
 */
@NullMarked
package org.wardlight.rendering.transcode;

import org.jspecify.annotations.NullMarked;
