// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.layer.FrameLayer;
import org.wardlight.rendering.layer.FrameLayers;
import org.wardlight.rendering.layer.FramePlane;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.catalog.RenditionRecord;
import org.wardlight.sync.catalog.StudyRecord;
import org.wardlight.sync.rendition.RenditionException.NotFound;
import org.wardlight.sync.rendition.RenditionException.What;
import org.wardlight.sync.study.DisplaySeries;
import org.wardlight.sync.study.LayerFinder;
import org.wardlight.sync.study.PlacedLayer;

/**
 * The pictures that lie over frames: those that the frame's object holds itself, by name, and those of other objects of the
 * study, by SOP Instance UID. The identity of both objects is checked before anything is drawn. Thread-safe.
 */
public final class LayerSource implements LayerFinder {
    private static final String PNG = "image/png";
    private static final int STUDIES = 16;
    /** A study that grows says so by the address of its tiles; a layer that is missed is looked for again at once. */
    private static final Duration BELIEVED = Duration.ofSeconds(20);

    private final Catalog catalog;
    private final IdentityCheck identities;
    private final RenditionCache renditions;
    private final LayerReader reader;
    private final Cache<String, List<PlacedLayer>> studies = Caffeine.newBuilder()
            .maximumSize(STUDIES)
            .expireAfterWrite(BELIEVED)
            .build();

    LayerSource(Catalog catalog, LayerReader reader, IdentityCheck identities, RenditionCache renditions) {
        this.catalog = catalog;
        this.identities = identities;
        this.renditions = renditions;
        this.reader = reader;
    }

    /** The part of a layer's address that changes with what it is drawn from. */
    public static String version(InstanceRecord under, Optional<InstanceRecord> drawn) {
        return DisplaySeries.version(under) + drawn.map(DisplaySeries::version).orElse("");
    }

    @Override
    public List<PlacedLayer> of(StudyRecord study, List<DisplaySeries> shown) {
        return Placing.of(study, shown, reader);
    }

    /**
     * The picture of a layer over a frame.
     *
     * @param instance SOP Instance UID of the frame's object
     * @param frame from 1
     * @param layer a name of {@link FrameLayers}, or the SOP Instance UID of an object of the same study
     * @param version as {@link #version} makes it; null when the asker takes any
     */
    public Rendered layer(String instance, int frame, String layer, @Nullable String version) throws IOException {
        LocatedInstance under = catalog.instance(instance).orElseThrow(() -> new NotFound(What.INSTANCE));
        if (under.instance().omitted().isPresent()) {
            throw new NotFound(What.LAYER);
        }
        Optional<LocatedInstance> drawn = drawn(under, layer);
        if (version != null && !version.equals(version(under.instance(), drawn.map(LocatedInstance::instance)))) {
            throw new NotFound(What.VERSION);
        }
        check(under, drawn);
        return renditions.await(rendered(under, frame, layer, drawn, Urgency.INTERACTIVE));
    }

    /** Draws a layer for a manifest unless it is kept already, and keeps it. */
    public CompletableFuture<RenditionRecord> keep(LocatedInstance under, int frame, String layer) {
        Optional<LocatedInstance> drawn = drawn(under, layer);
        return renditions.keep(key(under, frame, layer, drawn), under.study(), "layer", () -> {
            Futures.unchecked(() -> {
                check(under, drawn);
                return layer;
            });
            return rendered(under, frame, layer, drawn, Urgency.BULK);
        });
    }

    private Optional<LocatedInstance> drawn(LocatedInstance under, String layer) {
        if (FrameLayers.named(layer).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(catalog.instance(layer)
                .filter(found -> found.study().equals(under.study()))
                .filter(found -> found.instance().omitted().isEmpty() || LayerReader.isLayer(found.instance()))
                .orElseThrow(() -> new NotFound(What.LAYER)));
    }

    private void check(LocatedInstance under, Optional<LocatedInstance> drawn) throws IOException {
        identities.check(under);
        if (drawn.isPresent()) {
            identities.check(drawn.get());
        }
    }

    private static TileKey key(LocatedInstance under, int frame, String layer, Optional<LocatedInstance> drawn) {
        return new TileKey.Layer(
                under.instance().blob(),
                frame,
                layer,
                drawn.orElse(under).instance().blob());
    }

    private CompletableFuture<Rendered> rendered(
            LocatedInstance under, int frame, String layer, Optional<LocatedInstance> drawn, Urgency urgency) {
        return renditions.cached(
                key(under, frame, layer, drawn),
                PNG,
                urgency,
                () -> renditions.run(urgency, () -> {
                    Optional<FrameLayer> own = FrameLayers.named(layer);
                    return own.isPresent()
                            ? reader.own(under.instance(), frame, own.get())
                            : reader.draw(drawn.orElse(under).instance(), plane(under, frame, layer));
                }));
    }

    private FramePlane plane(LocatedInstance under, int frame, String layer) {
        List<PlacedLayer> known = studies.getIfPresent(under.study());
        if (known != null) {
            Optional<FramePlane> plane = plane(known, under, frame, layer);
            if (plane.isPresent()) {
                return plane.get();
            }
        }
        List<PlacedLayer> found = catalog.study(under.study())
                .map(study -> of(study, DisplaySeries.all(study)))
                .orElse(List.of());
        studies.put(under.study(), found);
        return plane(found, under, frame, layer).orElseThrow(() -> new NotFound(What.LAYER));
    }

    private static Optional<FramePlane> plane(
            List<PlacedLayer> placed, LocatedInstance under, int frame, String layer) {
        return placed.stream()
                .filter(one -> one.located().instance().instance().equals(layer))
                .flatMap(one -> one.over().stream())
                .map(PlacedLayer.Over::plane)
                .filter(plane -> plane.frame() == frame
                        && plane.instance().equals(under.instance().instance()))
                .findFirst();
    }
}
