// SPDX-License-Identifier: Apache-2.0
/**
 * Fictional patients whose images look like anatomy, written with our own writer: the demo's studies and the fixtures of tests. To add a study, write a phantom and list it in {@code DemoStudies}.
 */
@NullMarked
package org.wardlight.rendering.phantom;

import org.jspecify.annotations.NullMarked;
