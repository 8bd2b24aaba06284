// SPDX-License-Identifier: Apache-2.0
/** Tests over the folder of real DICOM files; they skip when it is not there. */
@NullMarked
package org.wardlight.rendering.corpus;

import org.jspecify.annotations.NullMarked;
