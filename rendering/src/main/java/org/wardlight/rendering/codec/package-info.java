// SPDX-License-Identifier: Apache-2.0
/**
 * From the bytes of one frame to its stored values. To add a codec, write {@code <Name>Codec implements FrameCodec}, add it to {@code Codecs.standard()}, and extend {@code FrameCodecContract} with good and broken inputs.
 */
@NullMarked
package org.wardlight.rendering.codec;

import org.jspecify.annotations.NullMarked;
