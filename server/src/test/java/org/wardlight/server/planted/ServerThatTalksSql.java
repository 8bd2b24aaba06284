// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.planted;

import java.sql.Connection;

/** Wrong on purpose: LayersTest must find it. */
public record ServerThatTalksSql(Connection connection) {}
