// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.tile.Picture;
import org.wardlight.rendering.tile.PlaneTiles;
import org.wardlight.rendering.tile.Rendition;
import org.wardlight.rendering.tile.StripSheets;
import org.wardlight.rendering.tile.TileAddress;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.LocatedInstance;
import org.wardlight.sync.catalog.RenditionRecord;
import org.wardlight.sync.catalog.StudyRecord;
import org.wardlight.sync.rendition.RenditionException.NotFound;
import org.wardlight.sync.rendition.RenditionException.What;
import org.wardlight.sync.study.DisplaySeries;
import org.wardlight.sync.study.Finders;

/**
 * Tiles and strips of catalogued objects. Equal requests at the same moment share one render, tiles of one frame share one
 * decode; memory is bounded by {@link CacheLimits}, work by the number of threads, and whoever looks at the screen goes
 * before bulk work. Strips and what a manifest asked for are kept as blobs and outlive the process. Checks the identity of an
 * object before anything of it is given. Thread-safe; close it.
 *
 * <p>Methods throw {@link RenditionException} for what is not here or not in that version, {@link
 * org.wardlight.rendering.RenderingException} for what cannot be shown, {@link IOException} of the store.
 */
public final class RenditionCache implements AutoCloseable {
    /** Frames on a full strip sheet. */
    public static final int FRAMES_A_SHEET = StripSheets.PER_SHEET;

    private static final Duration LONGEST_RENDER = Duration.ofMinutes(2);
    private static final int ENTRY_OVERHEAD = 256;
    private static final Logger log = LoggerFactory.getLogger(RenditionCache.class);

    private final Catalog catalog;
    private final IdentityCheck identities;
    private final RenderQueue queue;
    private final Renderer renderer;
    private final Kept kept;
    private final MarkReader marks;
    private final SharedWork<TileKey, Rendered> encoded;
    private final DocumentSource documents;
    private final LayerSource layers;
    private final FinishedPictures finished;
    private final VideoSource videos;

    /**
     * A cache over a store.
     *
     * @param threads renders at one time; as many as there are processors is right
     */
    public RenditionCache(Catalog catalog, Blobs blobs, CacheLimits limits, int threads) {
        this(catalog, blobs, new BlobFrames(blobs, limits), limits, new RenderQueue(threads, System::nanoTime));
    }

    RenditionCache(Catalog catalog, Blobs blobs, FrameReader reader, CacheLimits limits, RenderQueue queue) {
        this.catalog = catalog;
        this.queue = queue;
        this.identities = new IdentityCheck(catalog, reader);
        this.renderer = new Renderer(reader, identities, queue, limits);
        this.kept = new Kept(catalog, blobs);
        this.marks = new MarkReader(catalog, blobs, identities);
        this.encoded =
                new SharedWork<>(limits.encodedBytes(), (key, rendered) -> rendered.bytes().length + ENTRY_OVERHEAD);
        this.documents = new DocumentSource(blobs, identities, this);
        this.videos = new VideoSource(catalog, blobs, identities);
        this.layers = new LayerSource(catalog, new LayerReader(blobs, limits), identities, this);
        this.finished = new FinishedPictures(catalog, blobs, identities, this);
    }

    /** What is read rather than looked at. */
    public DocumentSource documents() {
        return documents;
    }

    /** Videos as a whole. */
    public VideoSource videos() {
        return videos;
    }

    /** Presentation states and key objects. */
    public MarkReader marks() {
        return marks;
    }

    /** What lies over frames. */
    public LayerSource layers() {
        return layers;
    }

    /** Pictures for files that carry more than a frame. */
    public FinishedPictures finished() {
        return finished;
    }

    /** What a study's descriptor is told beyond its frames. */
    public Finders finders() {
        return new Finders(documents, layers, marks);
    }

    /** One tile of whatever version is here. */
    public Rendered tile(String instance, int frame, Rendition rendition, TileAddress address) throws IOException {
        return tile(instance, frame, rendition, address, null);
    }

    /**
     * One tile.
     *
     * @param instance SOP Instance UID
     * @param frame from 1
     * @param rendition {@code PREVIEW}, {@code EXACT} or {@code PLANES}; the last gives PNG where a kind has no such form
     * @param version as in the study descriptor; null when the asker takes any
     */
    public Rendered tile(String instance, int frame, Rendition rendition, TileAddress address, @Nullable String version)
            throws IOException {
        LocatedInstance located = catalog.instance(instance).orElseThrow(() -> new NotFound(What.INSTANCE));
        Target target = Target.of(catalog, located, frame);
        if (version != null && !version.equals(target.version())) {
            throw new NotFound(What.VERSION);
        }
        if (rendition == Rendition.STRIP || !Grid.has(target.kind(), address)) {
            throw new NotFound(What.TILE);
        }
        identities.check(target);
        TileKey.Tile key = new TileKey.Tile(target.content(), frame, form(rendition, target.kind()), address);
        return Futures.await(rendered(key, target, Urgency.INTERACTIVE), LONGEST_RENDER);
    }

    /** A whole frame in one file; a slide is drawn from its coarsest level. Not kept beyond this process. */
    public Rendered picture(LocatedInstance located, int frame, Picture asked) throws IOException {
        Target target = Target.of(catalog, located, frame);
        identities.check(target);
        TileKey.Whole key = new TileKey.Whole(target.content(), frame, asked);
        return Futures.await(
                made(key, asked.type().mediaType(), () -> renderer.picture(key, target, Urgency.INTERACTIVE)),
                LONGEST_RENDER);
    }

    /** One strip sheet of whatever version is here. */
    public Rendered strip(String series, int sheet) throws IOException {
        return strip(series, sheet, null);
    }

    /**
     * One strip sheet. A frame that cannot be shown is crossed out, never left out.
     *
     * @param series Series Instance UID
     * @param sheet from 0
     * @param version as in the study descriptor; null when the asker takes any
     */
    public Rendered strip(String series, int sheet, @Nullable String version) throws IOException {
        List<StudyRecord> studies = catalog.studiesOfSeries(series).stream()
                .flatMap(study -> catalog.study(study).stream())
                .toList();
        What absent = What.SERIES;
        for (StudyRecord study : studies) {
            Optional<DisplaySeries> shown = series(study, series);
            if (shown.isPresent()
                    && (version == null || version.equals(shown.get().version()))) {
                return Futures.await(
                        strip(study.summary().study().study(), shown.get(), sheet, Urgency.INTERACTIVE),
                        LONGEST_RENDER);
            }
            absent = shown.isPresent() ? What.VERSION : absent;
        }
        throw new NotFound(absent);
    }

    /** Renders a tile for a manifest unless it is kept already, and keeps it. */
    public CompletableFuture<RenditionRecord> keepTile(
            LocatedInstance located, int frame, Rendition rendition, TileAddress address) {
        Target target = Target.of(catalog, located, frame);
        TileKey.Tile key = new TileKey.Tile(target.content(), frame, form(rendition, target.kind()), address);
        return keep(key, located.study(), key.word(), () -> {
            Futures.unchecked(() -> {
                identities.check(target);
                return target;
            });
            return rendered(key, target, Urgency.BULK);
        });
    }

    /** Renders a strip sheet for a manifest unless it is kept already, and keeps it. */
    public CompletableFuture<RenditionRecord> keepStrip(String study, DisplaySeries series, int sheet) {
        TileKey.Sheet key = sheetKey(study, series, sheet);
        return keep(key, study, "strip", () -> strip(study, series, sheet, Urgency.BULK));
    }

    /** The key under which a strip sheet is kept, so that a sheet that was fetched from a site is not rendered again. */
    public static String stripKey(String study, String series, String version, int sheet) {
        return new TileKey.Sheet(study, series, version, sheet).name();
    }

    /** Waits for one of these futures; each kind of failure comes out as {@link #tile} would throw it. */
    public <T> T await(CompletableFuture<T> future) throws IOException {
        return Futures.await(future, LONGEST_RENDER);
    }

    /** Renders at one time. */
    public int threads() {
        return queue.threads();
    }

    <T> CompletableFuture<T> run(Urgency urgency, Futures.Work<T> work) {
        return Futures.run(queue.at(urgency), work);
    }

    @Override
    public void close() {
        queue.close();
    }

    CompletableFuture<RenditionRecord> keep(
            TileKey key, String study, String kind, Supplier<CompletableFuture<Rendered>> render) {
        return Futures.run(queue.at(Urgency.BULK), () -> kept.find(key))
                .thenCompose(found -> found.map(CompletableFuture::completedFuture)
                        .orElseGet(() -> render.get()
                                .thenApplyAsync(
                                        image -> Futures.unchecked(() -> kept.keep(key, study, kind, image)),
                                        queue.at(Urgency.BULK))));
    }

    private static Rendition form(Rendition wanted, FrameKind kind) {
        return wanted == Rendition.PLANES && !PlaneTiles.has(kind) ? Rendition.EXACT : wanted;
    }

    private static String mediaType(Rendition rendition) {
        return switch (rendition) {
            case EXACT -> "image/png";
            case PLANES -> PlaneTiles.MEDIA_TYPE;
            case PREVIEW, STRIP -> "image/jpeg";
        };
    }

    private CompletableFuture<Rendered> rendered(TileKey.Tile key, Target target, Urgency urgency) {
        return cached(key, mediaType(key.rendition()), urgency, () -> renderer.tile(key, target, urgency));
    }

    private CompletableFuture<Rendered> strip(String study, DisplaySeries series, int sheet, Urgency urgency) {
        TileKey.Sheet key = sheetKey(study, series, sheet);
        return cached(
                key,
                "image/jpeg",
                urgency,
                () -> renderer.sheet(study, series, sheet, urgency).thenApply(bytes -> {
                    keepLater(key, study, bytes);
                    return bytes;
                }));
    }

    /** A sheet took 64 decodes: it is kept for the next time, after those who wait have had their turn. */
    private void keepLater(TileKey.Sheet key, String study, byte[] bytes) {
        Rendered image = Rendered.blob(bytes, "image/jpeg");
        Futures.run(queue.at(Urgency.BULK), () -> kept.keep(key, study, "strip", image))
                .exceptionally(failed -> {
                    log.warn(
                            "a strip sheet could not be kept: {}",
                            failed.getClass().getSimpleName());
                    return null;
                });
    }

    CompletableFuture<Rendered> cached(
            TileKey key, String mediaType, Urgency urgency, Supplier<CompletableFuture<byte[]>> render) {
        return encoded.get(
                key,
                () -> Futures.run(queue.at(urgency), () -> kept.load(key, mediaType))
                        .thenCompose(found -> found.map(CompletableFuture::completedFuture)
                                .orElseGet(() -> render.get().thenApply(bytes -> Rendered.blob(bytes, mediaType)))));
    }

    private CompletableFuture<Rendered> made(
            TileKey key, String mediaType, Supplier<CompletableFuture<byte[]>> render) {
        return encoded.get(key, () -> render.get().thenApply(bytes -> Rendered.passing(bytes, mediaType)));
    }

    private static TileKey.Sheet sheetKey(String study, DisplaySeries series, int sheet) {
        if (sheet < 0 || (long) sheet * StripSheets.PER_SHEET >= series.frames().size()) {
            throw new NotFound(What.SHEET);
        }
        return new TileKey.Sheet(study, series.facts().series(), series.version(), sheet);
    }

    private static Optional<DisplaySeries> series(StudyRecord study, String uid) {
        return study.series().stream()
                .filter(series -> series.series().series().equals(uid))
                .findFirst()
                .flatMap(DisplaySeries::of);
    }
}
