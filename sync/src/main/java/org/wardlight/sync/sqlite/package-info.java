// SPDX-License-Identifier: Apache-2.0
/**
 * One SQLite file: its connections, its numbered migrations and its health. To add a table, add the next numbered file to
 * {@code db/migration}.
 */
@NullMarked
package org.wardlight.sync.sqlite;

import org.jspecify.annotations.NullMarked;
