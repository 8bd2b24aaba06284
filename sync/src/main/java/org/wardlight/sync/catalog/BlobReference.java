// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import org.wardlight.sync.blob.BlobHash;

/**
 * A row that needs a blob.
 *
 * @param what SOP Instance UID or key of the rendition
 */
public record BlobReference(BlobHash blob, long bytes, String what) {}
