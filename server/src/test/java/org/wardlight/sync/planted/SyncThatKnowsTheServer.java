// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.planted;

import org.wardlight.server.http.Problem;

/** Wrong on purpose: LayersTest must find it. */
public record SyncThatKnowsTheServer(Problem problem) {}
