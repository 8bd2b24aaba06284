// SPDX-License-Identifier: Apache-2.0
/**
 * Who may use a node: people, their sessions, devices, and the audit of what they did. {@code AccountStore} and {@code AuditLog} are
 * ports with a memory and an SQLite implementation; {@code Accounts} holds the rules. To add a way to sign in (OpenID Connect), turn
 * its answer into a session by {@code Accounts.begin}.
 */
@NullMarked
package org.wardlight.sync.account;

import org.jspecify.annotations.NullMarked;
