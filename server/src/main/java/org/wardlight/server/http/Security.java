// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import org.wardlight.sync.account.Accounts;
import org.wardlight.sync.account.AuditLog;
import org.wardlight.sync.account.Devices;

/** Who may do what, and the record of who did. */
public record Security(Accounts accounts, Devices devices, AuditLog audit) {}
