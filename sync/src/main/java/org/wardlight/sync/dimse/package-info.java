// SPDX-License-Identifier: Apache-2.0
/**
 * DICOM over the network (PS3.7, PS3.8) with the PACS and workstations next door: who speaks ({@code AeTitle}, {@code Peer}) and what
 * can go wrong ({@code DimseFailure}). Below: {@code pdu} (bytes, pure), {@code message} (commands, pure), {@code net} (associations
 * on sockets), {@code scu} (asking others), {@code scp} (answering). To add a kind of failure, add a factory to {@code DimseFailure}
 * that says in plain words what an administrator can do.
 */
@NullMarked
package org.wardlight.sync.dimse;

import org.jspecify.annotations.NullMarked;
