// SPDX-License-Identifier: Apache-2.0
/**
 * Moving pictures: MPEG-2, H.264 and HEVC streams (PS3.5 A.4.5 to A.4.11). What a stream is, is read here; its frames are decoded by FFmpeg in a child process,
 * where that library is there. To add a codec, name its transfer syntaxes in {@code VideoStream.Coding}; to add a container, tell it by its first bytes in {@code VideoStream.Container}.
 */
@NullMarked
package org.wardlight.rendering.video;

import org.jspecify.annotations.NullMarked;
