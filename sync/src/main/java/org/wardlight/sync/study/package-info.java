// SPDX-License-Identifier: Apache-2.0
/**
 * The study descriptor: everything that a viewer needs to know of one study, assembled from the catalog. To add a fact, add it to {@code StudyDescriptor}, to the contract file and to the web client's parser.
 */
@NullMarked
package org.wardlight.sync.study;

import org.jspecify.annotations.NullMarked;
