// SPDX-License-Identifier: Apache-2.0
/**
 * DICOM data sets and Part 10 files (PS3.5, PS3.10): reading leaves pixel data in the file, writing streams. To add a value representation, add a constant to {@code Vr}; to add a character set, a constant to {@code CodeTable}; an attribute, a word to {@code dictionary.txt} and, to call it by name, a line to {@code Tag}.
 */
@NullMarked
package org.wardlight.rendering.dicom;

import org.jspecify.annotations.NullMarked;
