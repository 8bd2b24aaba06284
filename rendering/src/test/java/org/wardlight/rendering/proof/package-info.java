// SPDX-License-Identifier: Apache-2.0
/**
 * Proofs over everything at once: that what is read is written as it was, that other toolkits agree, and what was really decoded.
 *
 * <p>To add a case: write its test beside what it tests, and name it in {@code server/src/test/resources/cases.tsv}.
 */
@NullMarked
package org.wardlight.rendering.proof;

import org.jspecify.annotations.NullMarked;
