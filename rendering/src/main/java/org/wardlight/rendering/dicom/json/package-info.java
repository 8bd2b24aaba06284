// SPDX-License-Identifier: Apache-2.0
/**
 * Data sets as DICOM JSON (PS3.18 Annex F), in and out, as streams. To add a value representation, give it a line in {@code ElementJson}
 * (out) and in {@code ElementValues} (in).
 */
@NullMarked
package org.wardlight.rendering.dicom.json;

import org.jspecify.annotations.NullMarked;
