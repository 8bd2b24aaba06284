// SPDX-License-Identifier: Apache-2.0
/**
 * The one way in: every source hands its bytes to the one {@code Ingester}. To add a source, implement {@code IngestSource} and extend {@code IngestSourceContract}.
 */
@NullMarked
package org.wardlight.sync.ingest;

import org.jspecify.annotations.NullMarked;
