// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import org.wardlight.sync.account.Accounts;
import org.wardlight.sync.account.AuditLog;
import org.wardlight.sync.account.Devices;
import org.wardlight.sync.list.Lists;

/**
 * Who may do what, and the record of who did.
 *
 * @param lists of patients, to which an account may be limited
 */
public record Security(Accounts accounts, Devices devices, AuditLog audit, Lists lists) {}
