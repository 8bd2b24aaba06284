// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.rendering.pixel.ImageHeader.VideoFacts;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.catalog.RenditionRecord;
import org.wardlight.sync.rendition.RenditionCache;
import org.wardlight.sync.rendition.RenditionException;

/**
 * The videos of a study in a manifest for tablets. One that a browser may play and that is not too large comes whole, and of its frames only the first, as
 * a poster; of others the frames come as pictures, as far as they are not too many.
 *
 * @param entries of whole videos
 * @param frames of all objects that come as pictures
 */
record VideoEntries(List<Manifest.Entry> entries, List<ViewingOrder.Wanted> frames) {
    private static final long LARGEST = 64L << 20;
    /** Some twenty seconds. */
    private static final int MOST_FRAMES = 512;

    static VideoEntries of(String study, List<ViewingOrder.Wanted> frames, RenditionCache renditions)
            throws IOException {
        Map<String, List<Manifest.Entry>> videos = new HashMap<>();
        List<ViewingOrder.Wanted> pictures = new ArrayList<>();
        for (ViewingOrder.Wanted frame : frames) {
            InstanceRecord instance = frame.series().instance(frame.slot());
            ImageHeader header = instance.header();
            VideoFacts video = header == null ? null : header.video();
            if (video == null) {
                pictures.add(frame);
                continue;
            }
            List<Manifest.Entry> whole = videos.get(instance.instance());
            if (whole == null) {
                whole = whole(study, frame, instance, video, renditions);
                videos.put(instance.instance(), whole);
            }
            int most = whole.isEmpty() ? MOST_FRAMES : 1;
            if (frame.slot().frame() <= most) {
                pictures.add(frame);
            }
        }
        return new VideoEntries(videos.values().stream().flatMap(List::stream).toList(), pictures);
    }

    private static List<Manifest.Entry> whole(
            String study,
            ViewingOrder.Wanted frame,
            InstanceRecord instance,
            VideoFacts video,
            RenditionCache renditions)
            throws IOException {
        if (!video.playable() || video.bytes() > LARGEST) {
            return List.of();
        }
        try {
            RenditionRecord row = renditions
                    .videos()
                    .keep(new LocatedInstance(study, frame.series().facts().series(), instance));
            String version = frame.series().tileVersion(frame.slot().instance());
            return List.of(new Manifest.Entry(
                    row.blob().hex(),
                    row.bytes(),
                    BlobKind.VIDEO,
                    Paths.video(instance.instance(), version),
                    instance.instance()));
        } catch (RenderingException | RenditionException.IdentityMismatch notPlayed) {
            return List.of();
        }
    }
}
