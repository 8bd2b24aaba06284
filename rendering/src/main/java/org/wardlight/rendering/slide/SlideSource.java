// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.slide;

import java.io.IOException;
import java.util.Optional;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.tile.TileAddress;

/** Where a slide's frames are read from; objects by the index that {@link SlideLevel.Member} has. */
public interface SlideSource {
    /** Where the frames of an object lie. */
    SlideIndex index(SlideLevel.Member member) throws IOException;

    /**
     * One frame as tiles hold it: values, or RGB.
     *
     * @param frame from 1
     * @throws org.wardlight.rendering.RenderingException when it cannot be shown
     */
    StoredFrame tile(SlideLevel.Member member, int frame) throws IOException;

    /**
     * The same at an eighth of its size, each pixel the mean of 64, where that is had for less than decoding it.
     *
     * @throws org.wardlight.rendering.RenderingException when it cannot be shown
     */
    Optional<StoredFrame> eighth(SlideLevel.Member member, int frame) throws IOException;

    /** A tile of the picture that was put together before, when it is still here. */
    Optional<StoredFrame> kept(int channel, TileAddress address);

    /** Offers a tile that took its finer ones to make. */
    void keep(int channel, TileAddress address, StoredFrame tile);

    /** The JPEG of a frame when a browser shows it right as it is. */
    Optional<byte[]> codestream(SlideLevel.Member member, int frame) throws IOException;
}
