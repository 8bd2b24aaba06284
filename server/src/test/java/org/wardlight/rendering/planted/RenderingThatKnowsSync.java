// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.planted;

import org.wardlight.sync.blob.BlobHash;

/** Wrong on purpose: LayersTest must find it. */
public record RenderingThatKnowsSync(BlobHash hash) {}
