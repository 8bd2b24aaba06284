// SPDX-License-Identifier: Apache-2.0
/**
 * Studies on a medium for others to read: files under short names with a DICOMDIR (PS3.10, PS3.3 F). To add a kind of record, add a constant to
 * {@code RecordType} and the classes that it is for; to add a kind of medium, implement {@code Medium}.
 */
@NullMarked
package org.wardlight.sync.media;

import org.jspecify.annotations.NullMarked;
