// SPDX-License-Identifier: Apache-2.0
/**
 * Files that a browser sends piece by piece, over as many connections as that takes, and that are then taken in like any other source.
 * To add a kind of file that may be sent, open it in {@link org.wardlight.sync.upload.UploadReader}.
 */
@NullMarked
package org.wardlight.sync.upload;

import org.jspecify.annotations.NullMarked;
