// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.Shutter.Shape;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.catalog.RenditionRecord;
import org.wardlight.sync.catalog.SeriesRecord;
import org.wardlight.sync.catalog.StudyRecord;
import org.wardlight.sync.rendition.LayerSource;
import org.wardlight.sync.rendition.RenditionCache;
import org.wardlight.sync.rendition.RenditionException;
import org.wardlight.sync.study.StudyDescriptor;

/** The pictures of a study's layers in a manifest, after all that they lie over. One thread. */
final class LayerBlobs {
    private static final String OVERLAY = "overlay";
    private static final String SHUTTER = "shutter";

    private final Map<String, LocatedInstance> objects = new HashMap<>();
    private final StudyDescriptor descriptor;
    private final RenditionCache renditions;

    private LayerBlobs(StudyRecord record, StudyDescriptor descriptor, RenditionCache renditions) {
        this.descriptor = descriptor;
        this.renditions = renditions;
        for (SeriesRecord series : record.series()) {
            series.instances()
                    .forEach(one -> objects.put(
                            one.instance(),
                            new LocatedInstance(
                                    descriptor.study(), series.series().series(), one)));
        }
    }

    static List<Manifest.Entry> of(StudyRecord record, StudyDescriptor descriptor, RenditionCache renditions)
            throws IOException {
        LayerBlobs blobs = new LayerBlobs(record, descriptor, renditions);
        List<Manifest.Entry> entries = new ArrayList<>(blobs.overlays());
        for (StudyDescriptor.Layer layer : descriptor.layers()) {
            for (StudyDescriptor.SeriesFrames under : layer.frames()) {
                StudyDescriptor.Series series = descriptor.series().get(under.series());
                for (int frame : under.frames()) {
                    blobs.entry(series, series.frames().get(frame), layer).ifPresent(entries::add);
                }
            }
        }
        return entries;
    }

    /** The overlay planes and bitmap shutters that frames hold themselves. */
    private List<Manifest.Entry> overlays() throws IOException {
        List<Manifest.Entry> entries = new ArrayList<>();
        for (StudyDescriptor.Series series : descriptor.series()) {
            for (StudyDescriptor.Frame frame : series.frames()) {
                FrameKind kind = series.kinds().get(frame.kind());
                if (kind.overlay()) {
                    entry(series, frame, OVERLAY, Optional.empty()).ifPresent(entries::add);
                }
                if (kind.shutters().stream().anyMatch(one -> one.shape() == Shape.BITMAP)) {
                    entry(series, frame, SHUTTER, Optional.empty()).ifPresent(entries::add);
                }
            }
        }
        return entries;
    }

    private Optional<Manifest.Entry> entry(
            StudyDescriptor.Series series, StudyDescriptor.Frame frame, StudyDescriptor.Layer layer)
            throws IOException {
        LocatedInstance drawn = objects.get(layer.layer());
        return drawn == null ? Optional.empty() : entry(series, frame, layer.layer(), Optional.of(drawn.instance()));
    }

    /** Empty for a picture that cannot be drawn: the copy has the same gap as the original. */
    private Optional<Manifest.Entry> entry(
            StudyDescriptor.Series series, StudyDescriptor.Frame frame, String layer, Optional<InstanceRecord> drawn)
            throws IOException {
        StudyDescriptor.Instance instance = series.instances().get(frame.instance());
        LocatedInstance under = objects.get(instance.instance());
        if (under == null) {
            return Optional.empty();
        }
        String version = LayerSource.version(under.instance(), drawn);
        String path = Paths.layer(instance.instance(), frame.frame(), layer, version);
        try {
            RenditionRecord row = renditions.await(renditions.layers().keep(under, frame.frame(), layer));
            return Optional.of(new Manifest.Entry(row.blob().hex(), row.bytes(), BlobKind.LAYER, path, null));
        } catch (RenderingException | RenditionException notShown) {
            return Optional.empty();
        }
    }
}
