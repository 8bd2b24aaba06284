// SPDX-License-Identifier: Apache-2.0
/** What rendering costs, by JMH; run by {@code ./wardlight bench rendering}. To add a benchmark, add a class here. */
@NullMarked
package org.wardlight.rendering.bench;

import org.jspecify.annotations.NullMarked;
