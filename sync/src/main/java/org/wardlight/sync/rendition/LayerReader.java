// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.layer.FrameLayer;
import org.wardlight.rendering.layer.FramePlane;
import org.wardlight.rendering.layer.LayerImage;
import org.wardlight.rendering.layer.LayerObject;
import org.wardlight.rendering.layer.LayerObjects;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.Standing;
import org.wardlight.sync.rendition.RenditionException.NotFound;
import org.wardlight.sync.rendition.RenditionException.What;

/** Reads layers from blobs; what was read is kept within a stated number of bytes. Thread-safe. */
final class LayerReader {
    private static final Logger log = LoggerFactory.getLogger(LayerReader.class);

    private final Blobs blobs;
    private final Limits limits;
    private final Cache<BlobHash, Read> layers;

    LayerReader(Blobs blobs, CacheLimits cache) {
        this.blobs = blobs;
        this.limits = Limits.STANDARD.withFrameBytes(cache.decodingBytes());
        this.layers = Caffeine.newBuilder()
                .maximumWeight(cache.headerBytes())
                .weigher((BlobHash blob, Read read) ->
                        (int) Math.min(Integer.MAX_VALUE, read.layer.weight() + read.inflatedBytes()))
                .executor(Runnable::run)
                .build();
    }

    /** Whether an object is a layer that may be shown. */
    static boolean isLayer(InstanceRecord instance) {
        return instance.standing() == Standing.SOUND && LayerObjects.isLayer(instance.sopClass());
    }

    /** The layer that an object is; empty, and said in the log, when it cannot be read: the study is shown without it. */
    Optional<LayerObject> read(InstanceRecord instance) {
        try (ByteSource source = blobs.open(instance.blob())) {
            return Optional.of(read(instance, source).layer);
        } catch (RenderingException | IOException broken) {
            log.warn("a layer cannot be read: {}", broken.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    byte[] draw(InstanceRecord layer, FramePlane plane) throws IOException {
        try (ByteSource source = blobs.open(layer.blob())) {
            Read read = read(layer, source);
            return read.layer
                    .draw(plane, read.inflated == null ? source : read.inflated, limits)
                    .png();
        }
    }

    byte[] own(InstanceRecord instance, int frame, FrameLayer layer) throws IOException {
        try (ByteSource source = blobs.open(instance.blob())) {
            Optional<LayerImage> drawn = layer.draw(DicomReader.read(source, limits), frame, limits);
            return drawn.map(LayerImage::png).orElseThrow(() -> new NotFound(What.LAYER));
        }
    }

    private Read read(InstanceRecord instance, ByteSource source) throws IOException {
        Read known = layers.getIfPresent(instance.blob());
        if (known != null) {
            return known;
        }
        DicomObject object = DicomReader.read(source, limits);
        LayerObject layer = LayerObjects.of(object, object.source(), limits)
                .orElseThrow(() -> new Unsupported("no layer: an object of another kind"));
        Read read = new Read(layer, object.source() == source ? null : object.source());
        layers.put(instance.blob(), read);
        return read;
    }

    /** A layer; {@code inflated} holds its pixels when the blob does not. */
    private record Read(
            LayerObject layer,
            @org.jspecify.annotations.Nullable ByteSource inflated) {
        long inflatedBytes() {
            return inflated == null ? 0 : inflated.size();
        }
    }
}
