// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.slide;

import java.io.IOException;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.slide.SlideIndex.Placed;
import org.wardlight.rendering.slide.SlideLevel.Member;

/** A tile of a slide that cannot be decoded is crossed out: background would say that there was no tissue. */
final class BrokenTiles {
    private BrokenTiles() {}

    static void draw(Canvas canvas, SlideSource source, Member member, Placed place, int left, int top)
            throws IOException {
        StoredFrame tile;
        try {
            tile = source.tile(member, place.frame());
        } catch (RenderingException broken) {
            canvas.cross(
                    place.left() - left,
                    place.top() - top,
                    member.part().tileColumns(),
                    member.part().tileRows());
            return;
        }
        canvas.draw(tile, place.left() - left, place.top() - top);
    }
}
