// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.tile.PlaneTiles;
import org.wardlight.rendering.tile.Rendition;
import org.wardlight.rendering.tile.TileAddress;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.catalog.RenditionRecord;
import org.wardlight.sync.rendition.RenditionCache;
import org.wardlight.sync.rendition.RenditionException;
import org.wardlight.sync.study.DisplaySeries;

/** Renders all strips or tiles of a study for a manifest, a few at a time. One thread. */
final class BulkRender {
    private final RenditionCache renditions;
    private final String study;
    private final boolean planes;

    /** @param planes whether exact tiles are to have the smaller form where there is one */
    BulkRender(RenditionCache renditions, String study, boolean planes) {
        this.renditions = renditions;
        this.planes = planes;
        this.study = study;
    }

    /** The strip sheets of all series. */
    List<Manifest.Entry> strips(List<DisplaySeries> series) throws IOException {
        List<Manifest.Entry> entries = new ArrayList<>();
        for (DisplaySeries one : series) {
            for (int sheet = 0;
                    sheet * RenditionCache.FRAMES_A_SHEET < one.frames().size();
                    sheet++) {
                RenditionRecord row = renditions.await(renditions.keepStrip(study, one, sheet));
                entries.add(entry(row, BlobKind.STRIP, Paths.strip(one.facts().series(), sheet, one.version())));
            }
        }
        return entries;
    }

    /** All tiles of these frames: one rendition after the other, but rendered together, so that a frame is decoded once. */
    List<Manifest.Entry> tiles(List<ViewingOrder.Wanted> frames, List<Rendition> wanted) throws IOException {
        Map<Rendition, List<Manifest.Entry>> done = new EnumMap<>(Rendition.class);
        wanted.forEach(rendition -> done.put(rendition, new ArrayList<>()));
        Deque<Pending> pending = new ArrayDeque<>();
        for (ViewingOrder.Wanted frame : frames) {
            for (Rendition rendition : wanted) {
                for (TileAddress address : Copied.tiles(frame.series().kind(frame.slot()), rendition)) {
                    if (pending.size() >= 2 * renditions.threads()) {
                        collect(pending.remove(), done);
                    }
                    pending.add(start(frame, rendition, address));
                }
            }
        }
        while (!pending.isEmpty()) {
            collect(pending.remove(), done);
        }
        return wanted.stream()
                .flatMap(rendition -> done.getOrDefault(rendition, List.of()).stream())
                .toList();
    }

    private Pending start(ViewingOrder.Wanted frame, Rendition rendition, TileAddress address) {
        InstanceRecord instance = frame.series().instance(frame.slot());
        LocatedInstance located =
                new LocatedInstance(study, frame.series().facts().series(), instance);
        int number = frame.slot().frame();
        String path = Paths.tile(
                instance.instance(),
                number,
                rendition,
                address,
                frame.series().tileVersion(frame.slot().instance()));
        boolean smaller = planes
                && rendition == Rendition.EXACT
                && PlaneTiles.has(frame.series().kind(frame.slot()));
        Rendition form = smaller ? Rendition.PLANES : rendition;
        return new Pending(rendition, form, path, renditions.keepTile(located, number, form, address));
    }

    private void collect(Pending pending, Map<Rendition, List<Manifest.Entry>> done) throws IOException {
        Optional<RenditionRecord> row = result(pending);
        if (row.isPresent()) {
            done.computeIfAbsent(pending.rendition, any -> new ArrayList<>())
                    .add(entry(row.get(), kind(pending.form), pending.path));
        }
    }

    private static BlobKind kind(Rendition form) {
        return switch (form) {
            case STRIP -> BlobKind.STRIP;
            case PREVIEW -> BlobKind.PREVIEW;
            case EXACT -> BlobKind.EXACT;
            case PLANES -> BlobKind.PLANES;
        };
    }

    /** Empty for a frame that cannot be shown: the copy has the same gap as the original. */
    private Optional<RenditionRecord> result(Pending pending) throws IOException {
        try {
            return Optional.of(renditions.await(pending.row));
        } catch (RenderingException | RenditionException.IdentityMismatch notShown) {
            return Optional.empty();
        }
    }

    private static Manifest.Entry entry(RenditionRecord row, BlobKind kind, String path) {
        return new Manifest.Entry(row.blob().hex(), row.bytes(), kind, path, null);
    }

    private record Pending(Rendition rendition, Rendition form, String path, CompletableFuture<RenditionRecord> row) {}
}
