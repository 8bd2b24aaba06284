// SPDX-License-Identifier: Apache-2.0
/**
 * Copies of studies: manifests, the blob stream and the receiver that resumes. To add a kind of blob, add it to {@code BlobKind} and to {@code Manifests}.
 */
@NullMarked
package org.wardlight.sync.transfer;

import org.jspecify.annotations.NullMarked;
