// SPDX-License-Identifier: Apache-2.0
/**
 * Lists: named sets of patients and studies, such as those of a ward, made by hand or pasted. What a list holds is worked out when it is
 * asked for, so a study that comes later is on it at once. To add another kind of identifier, add it to {@link ListEntry.Kind}, to
 * {@link ListText} and to {@link ListContents}.
 */
@NullMarked
package org.wardlight.sync.list;

import org.jspecify.annotations.NullMarked;
