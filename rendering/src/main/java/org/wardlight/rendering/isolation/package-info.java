// SPDX-License-Identifier: Apache-2.0
/**
 * Native code in processes of its own: a decoder that crashes, hangs or eats memory takes one frame with it, never this process. To
 * add a service, implement {@link org.wardlight.rendering.isolation.ChildService} with a constructor without arguments, and start it by {@link org.wardlight.rendering.isolation.ChildPool}.
 */
@NullMarked
package org.wardlight.rendering.isolation;

import org.jspecify.annotations.NullMarked;
