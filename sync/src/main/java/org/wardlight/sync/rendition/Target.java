// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.rendition.RenditionException.IdentityMismatch;
import org.wardlight.sync.rendition.RenditionException.NotFound;
import org.wardlight.sync.rendition.RenditionException.What;
import org.wardlight.sync.study.DisplaySeries;
import org.wardlight.sync.study.ShownSlide;

/**
 * A frame that tiles are wanted of.
 *
 * @param objects all stored objects that it is drawn from
 * @param content stands for the bytes of them all
 * @param slide when it is a picture put together from the tiles of a slide
 */
record Target(
        int frame,
        FrameKind kind,
        String version,
        List<LocatedInstance> objects,
        BlobHash content,
        Optional<ShownSlide> slide) {

    static Target of(Catalog catalog, LocatedInstance located, int frame) {
        InstanceRecord instance = located.instance();
        ImageHeader header = instance.header();
        if (header == null) {
            throw new Unsupported(instance.omitted().orElse("this object has no picture"));
        }
        if (instance.omitted().isPresent()) {
            throw new IdentityMismatch("patient");
        }
        if (header.slide() != null) {
            return ofSlide(catalog, located, frame);
        }
        if (frame < 1 || frame > header.frames().size()) {
            throw new NotFound(What.FRAME);
        }
        return new Target(
                frame,
                header.kinds().get(header.frames().get(frame - 1).kind()),
                DisplaySeries.version(instance),
                List.of(located),
                instance.blob(),
                Optional.empty());
    }

    private static Target ofSlide(Catalog catalog, LocatedInstance located, int frame) {
        ShownSlide slide = catalog.study(located.study()).stream()
                .flatMap(study -> study.series().stream())
                .filter(series -> series.series().series().equals(located.series()))
                .flatMap(series -> DisplaySeries.of(series).stream())
                .flatMap(series -> series.slides().stream())
                .filter(each ->
                        each.instance().instance().equals(located.instance().instance()))
                .findFirst()
                .orElseThrow(() -> new NotFound(What.FRAME));
        if (frame < 1 || frame > slide.slide().channels()) {
            throw new NotFound(What.FRAME);
        }
        List<LocatedInstance> objects = slide.members().stream()
                .map(member -> new LocatedInstance(located.study(), located.series(), member))
                .toList();
        StringBuilder all = new StringBuilder();
        slide.members().forEach(member -> all.append(member.blob().hex()).append(' '));
        BlobHash content = BlobHash.hashing(all.toString().getBytes(StandardCharsets.US_ASCII));
        return new Target(frame, slide.kind(frame), slide.version(), objects, content, Optional.of(slide));
    }
}
