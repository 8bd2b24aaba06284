// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.ScreenImage;
import org.wardlight.rendering.tile.ExactTiles;
import org.wardlight.rendering.tile.Pictures;
import org.wardlight.rendering.tile.PlaneTiles;
import org.wardlight.rendering.tile.PreviewTiles;
import org.wardlight.rendering.tile.Pyramid;
import org.wardlight.rendering.tile.Rendition;
import org.wardlight.rendering.tile.StripSheets;
import org.wardlight.rendering.tile.TileAddress;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.study.DisplaySeries;
import org.wardlight.sync.study.ShownSlide;
import org.wardlight.sync.study.Slot;

/**
 * Decodes and encodes on the render threads. One decode serves all tiles of a frame; decodes at one time hold no more
 * bytes than stated. No thread waits for another's task, so that few threads cannot block each other. Thread-safe.
 */
final class Renderer {
    private static final int KIB = 1024;
    /** Stored values, what they were decoded from, and the first level above them. */
    private static final int BYTES_PER_SAMPLE = 5;
    /** Double-precision values, what they were decoded from, and the 16 bits that tiles hold of them. */
    private static final int BYTES_PER_DEEP_SAMPLE = 18;

    private final FrameReader reader;
    private final IdentityCheck identities;
    private final RenderQueue queue;
    private final SharedWork<TileKey.Frame, Pyramid> pyramids;
    private final Semaphore decodingKib;
    private final int allKib;
    private final SlideReader slides;

    Renderer(FrameReader reader, IdentityCheck identities, RenderQueue queue, CacheLimits limits) {
        this.reader = reader;
        this.identities = identities;
        this.queue = queue;
        this.allKib = (int) Math.min(Integer.MAX_VALUE, Math.max(1, limits.decodingBytes() / KIB));
        this.decodingKib = new Semaphore(allKib, true);
        this.slides = new SlideReader(reader, this::decode, limits.pyramidBytes() / 4);
        this.pyramids = new SharedWork<>(limits.pyramidBytes() / KIB, (frame, pyramid) -> kib(pyramid.bytes()));
    }

    CompletableFuture<byte[]> tile(TileKey.Tile key, Target target, Urgency urgency) {
        if (target.slide().isPresent()) {
            return Futures.run(queue.at(urgency), () -> slideTile(target.slide().get(), key, target.kind()));
        }
        FrameKind kind = target.kind();
        if (key.rendition() != Rendition.PREVIEW) {
            return drawn(key, kind, urgency);
        }
        // A JPEG that is a preview already is not decoded to be encoded again.
        return Futures.run(queue.at(urgency), () -> reader.passThrough(key.object(), key.frame(), kind))
                .thenCompose(ready ->
                        ready.map(CompletableFuture::completedFuture).orElseGet(() -> drawn(key, kind, urgency)));
    }

    private byte[] slideTile(ShownSlide slide, TileKey.Tile key, FrameKind kind) throws IOException {
        if (key.rendition() == Rendition.PREVIEW) {
            Optional<byte[]> ready = slides.passThrough(slide, key.frame(), key.address());
            if (ready.isPresent()) {
                return ready.get();
            }
        }
        StoredFrame values = slides.values(slide, key.frame(), key.address());
        int edge = Math.max(values.rows(), values.columns());
        FrameKind whole = kind.sized(values.rows(), values.columns(), edge, 1, kind.view(), kind.notices());
        return encode(Pyramid.of(values, whole), key.rendition(), new TileAddress(0, 0, 0));
    }

    CompletableFuture<byte[]> picture(TileKey.Whole key, Target target, Urgency urgency) {
        Executor executor = queue.at(urgency);
        FrameKind kind = target.kind();
        if (target.slide().isPresent()) {
            return Futures.run(executor, () -> {
                StoredFrame values = slides.smallest(target.slide().get(), key.frame());
                int edge = Math.max(values.rows(), values.columns());
                FrameKind whole = kind.sized(values.rows(), values.columns(), edge, 1, kind.view(), kind.notices());
                return Pictures.encode(Pyramid.of(values, whole), key.asked());
            });
        }
        return pyramid(new TileKey.Frame(key.object(), key.frame()), kind, executor)
                .thenApplyAsync(pyramid -> Pictures.encode(pyramid, key.asked()), executor);
    }

    private CompletableFuture<Pyramid> pyramid(TileKey.Frame frame, FrameKind kind, Executor executor) {
        return pyramids.get(
                frame,
                () -> Futures.run(executor, () -> Pyramid.of(decode(frame.object(), frame.frame(), kind), kind)));
    }

    private CompletableFuture<byte[]> drawn(TileKey.Tile key, FrameKind kind, Urgency urgency) {
        Executor executor = queue.at(urgency);
        TileKey.Frame frame = new TileKey.Frame(key.object(), key.frame());
        return pyramid(frame, kind, executor)
                .thenApplyAsync(pyramid -> encode(pyramid, key.rendition(), key.address()), executor);
    }

    /** One sheet: as many frames at a time as there are threads, so that others get their turn between them. */
    CompletableFuture<byte[]> sheet(String study, DisplaySeries series, int sheet, Urgency urgency) {
        int from = sheet * StripSheets.PER_SHEET;
        List<Slot> slots =
                series.frames().subList(from, Math.min(series.frames().size(), from + StripSheets.PER_SHEET));
        List<ScreenImage> cells =
                Collections.synchronizedList(new ArrayList<>(Collections.nCopies(slots.size(), StripSheets.missing())));
        List<CompletableFuture<Void>> lanes = new ArrayList<>();
        for (int lane = 0; lane < queue.threads(); lane++) {
            CompletableFuture<Void> chain = CompletableFuture.completedFuture(null);
            for (int i = lane; i < slots.size(); i += queue.threads()) {
                int at = i;
                chain = chain.thenCompose(
                                done -> Futures.run(queue.at(urgency), () -> cell(study, series, slots.get(at))))
                        .thenAccept(cell -> cells.set(at, cell));
            }
            lanes.add(chain);
        }
        return CompletableFuture.allOf(lanes.toArray(CompletableFuture<?>[]::new))
                .thenApplyAsync(done -> StripSheets.encode(List.copyOf(cells)), queue.at(urgency));
    }

    private ScreenImage cell(String study, DisplaySeries series, Slot slot) throws IOException {
        LocatedInstance located = new LocatedInstance(study, series.facts().series(), series.instance(slot));
        try {
            identities.check(located);
            FrameKind kind = series.kind(slot);
            Optional<ShownSlide> slide = series.slide(slot);
            if (slide.isPresent()) {
                for (InstanceRecord member : slide.get().members()) {
                    identities.check(new LocatedInstance(study, series.facts().series(), member));
                }
                return StripSheets.cell(slides.smallest(slide.get(), slot.frame()), kind);
            }
            return StripSheets.cell(decode(located.instance().blob(), slot.frame(), kind), kind);
        } catch (RenderingException | RenditionException.IdentityMismatch notShown) {
            // One frame that cannot be shown must not hide the others; its own tile says why.
            return StripSheets.missing();
        }
    }

    private StoredFrame decode(BlobHash object, int frame, FrameKind kind) throws IOException {
        int samples = kind.format() == FrameKind.Format.RGB8 ? 3 : 1;
        int perSample = kind.reduction() == null ? BYTES_PER_SAMPLE : BYTES_PER_DEEP_SAMPLE;
        int kib = Math.min(allKib, kib((long) kind.rows() * kind.columns() * samples * perSample));
        decodingKib.acquireUninterruptibly(kib);
        try {
            return reader.decode(object, frame);
        } finally {
            decodingKib.release(kib);
        }
    }

    private static byte[] encode(Pyramid pyramid, Rendition rendition, TileAddress address) {
        return switch (rendition) {
            case PREVIEW -> PreviewTiles.encode(pyramid, address);
            case EXACT -> ExactTiles.encode(pyramid, address);
            case PLANES -> PlaneTiles.encode(pyramid, address);
            case STRIP -> throw new IllegalArgumentException("a strip has no tiles");
        };
    }

    private static int kib(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, bytes / KIB + 1);
    }
}
