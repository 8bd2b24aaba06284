// SPDX-License-Identifier: Apache-2.0
/**
 * Bytes by their SHA-256. To add a store, implement {@code Blobs} and extend {@code BlobsContract}.
 */
@NullMarked
package org.wardlight.sync.blob;

import org.jspecify.annotations.NullMarked;
