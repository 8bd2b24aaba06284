// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import org.wardlight.sync.blob.BlobHash;

/**
 * A rendered tile, strip or descriptor that is kept as a blob.
 *
 * @param key names it, such as its path and version
 * @param study Study Instance UID; it goes with the study
 * @param kind what it is, such as {@code exact}
 */
public record RenditionRecord(String key, String study, String kind, BlobHash blob, long bytes) {}
