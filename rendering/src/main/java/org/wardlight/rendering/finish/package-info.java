// SPDX-License-Identifier: Apache-2.0
/**
 * What is done to a drawn picture before it goes out as a file (PS3.18 8.3.5.1): a part of it, turned or enlarged, words burned in, a profile.
 * To add a type of file: a constant in {@link org.wardlight.rendering.finish.Finish.Type} and its writer in {@code Finishing}.
 */
@NullMarked
package org.wardlight.rendering.finish;

import org.jspecify.annotations.NullMarked;
