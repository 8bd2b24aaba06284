// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.planted;

import io.javalin.http.Context;

/** Wrong on purpose: LayersTest must find it. */
public record WebOutsideOfHttp(Context context) {}
