// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.slide.SlideIndex;
import org.wardlight.rendering.tile.Rendition;
import org.wardlight.rendering.tile.TileAddress;
import org.wardlight.sync.TestStudy;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.MemoryBlobs;
import org.wardlight.sync.catalog.MemoryCatalog;
import org.wardlight.sync.rendition.RenditionException.IdentityMismatch;
import org.wardlight.sync.rendition.RenditionException.NotFound;
import org.wardlight.sync.rendition.RenditionException.What;

class RenditionCacheTest {
    private static final TileAddress WHOLE = new TileAddress(0, 0, 0);
    private static final CacheLimits LIMITS = new CacheLimits(8 << 20, 8 << 20, 1 << 20, 8 << 20);

    private final MemoryBlobs blobs = new MemoryBlobs();
    private final MemoryCatalog catalog = new MemoryCatalog(Clock.systemUTC());
    private final Decoder decoder = new Decoder();

    @Test
    void a_tile_is_rendered_from_the_stored_object_and_named_by_its_hash() throws Exception {
        TestStudy.ct(blobs, catalog, 1, 32);
        try (RenditionCache cache = cache()) {
            Rendered exact = cache.tile(TestStudy.SERIES + ".1", 1, Rendition.EXACT, WHOLE);
            assertThat(exact.mediaType()).isEqualTo("image/png");
            assertThat(exact.etag()).isEqualTo(BlobHash.hashing(exact.bytes()).hex());
            assertThat(ImageIO.read(new ByteArrayInputStream(exact.bytes())).getWidth())
                    .isEqualTo(32);
            Rendered preview = cache.tile(TestStudy.SERIES + ".1", 1, Rendition.PREVIEW, WHOLE);
            assertThat(preview.mediaType()).isEqualTo("image/jpeg");
            assertThat(ImageIO.read(new ByteArrayInputStream(preview.bytes())).getHeight())
                    .isEqualTo(32);
        }
    }

    @Test
    void equal_requests_at_one_moment_share_one_render_and_tiles_of_a_frame_one_decode() throws Exception {
        TestStudy.store(blobs, catalog, TestStudy.slice(1, 1100).build());
        decoder.held = new CountDownLatch(1);
        ExecutorService viewers = Executors.newFixedThreadPool(12);
        try (RenditionCache cache = cache()) {
            List<Future<Rendered>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                TileAddress address = new TileAddress(0, i % 3, 0);
                answers.add(viewers.submit(() -> cache.tile(TestStudy.SERIES + ".1", 1, Rendition.EXACT, address)));
            }
            decoder.held.countDown();
            for (int i = 0; i < 12; i++) {
                assertThat(answers.get(i).get(20, TimeUnit.SECONDS))
                        .isSameAs(answers.get(i % 3).get(20, TimeUnit.SECONDS));
            }
        } finally {
            viewers.shutdownNow();
        }
        assertThat(decoder.decodes).hasValue(1);
    }

    @Test
    void a_failed_render_is_not_remembered() throws Exception {
        TestStudy.ct(blobs, catalog, 1, 16);
        decoder.broken = true;
        try (RenditionCache cache = cache()) {
            assertThatThrownBy(() -> cache.tile(TestStudy.SERIES + ".1", 1, Rendition.EXACT, WHOLE))
                    .isInstanceOf(IOException.class);
            decoder.broken = false;
            assertThat(cache.tile(TestStudy.SERIES + ".1", 1, Rendition.EXACT, WHOLE)
                            .bytes())
                    .isNotEmpty();
        }
    }

    @Test
    void what_does_not_exist_is_said_by_kind() throws Exception {
        TestStudy.ct(blobs, catalog, 2, 16);
        String instance = TestStudy.SERIES + ".1";
        try (RenditionCache cache = cache()) {
            assertMissing(What.INSTANCE, () -> cache.tile("1.2", 1, Rendition.EXACT, WHOLE));
            assertMissing(What.FRAME, () -> cache.tile(instance, 2, Rendition.EXACT, WHOLE));
            assertMissing(What.FRAME, () -> cache.tile(instance, 0, Rendition.EXACT, WHOLE));
            assertMissing(What.TILE, () -> cache.tile(instance, 1, Rendition.EXACT, new TileAddress(0, 0, 1)));
            assertMissing(What.TILE, () -> cache.tile(instance, 1, Rendition.EXACT, new TileAddress(9, 0, 0)));
            assertMissing(What.VERSION, () -> cache.tile(instance, 1, Rendition.EXACT, WHOLE, "00000000"));
            assertMissing(What.SERIES, () -> cache.strip("1.2", 0));
            assertMissing(What.SHEET, () -> cache.strip(TestStudy.SERIES, 1));
            assertMissing(What.VERSION, () -> cache.strip(TestStudy.SERIES, 0, "00000000"));
        }
    }

    @Test
    void nothing_is_drawn_of_an_object_that_names_another_patient_than_the_catalog() throws Exception {
        TestStudy.ct(blobs, catalog, 1, 16);
        decoder.patientId = "9990000026";
        try (RenditionCache cache = cache()) {
            assertThatThrownBy(() -> cache.tile(TestStudy.SERIES + ".1", 1, Rendition.PREVIEW, WHOLE))
                    .isInstanceOf(IdentityMismatch.class)
                    .hasMessageContaining("(0010,0020)")
                    .hasMessageNotContaining("999");
        }
        assertThat(decoder.decodes).hasValue(0);
    }

    @Test
    void an_object_that_the_catalog_has_flagged_for_its_patient_is_not_drawn() throws Exception {
        TestStudy.ct(blobs, catalog, 1, 16);
        TestStudy.store(
                blobs,
                catalog,
                TestStudy.slice(2, 16).string(Tag.PATIENT_ID, "9990000026").build());
        try (RenditionCache cache = cache()) {
            assertThatThrownBy(() -> cache.tile(TestStudy.SERIES + ".2", 1, Rendition.PREVIEW, WHOLE))
                    .isInstanceOf(IdentityMismatch.class);
        }
    }

    @Test
    void a_strip_shows_every_frame_in_display_order_and_outlives_the_process() throws Exception {
        TestStudy.ct(blobs, catalog, 70, 16);
        Rendered first;
        try (RenditionCache cache = cache()) {
            first = cache.strip(TestStudy.SERIES, 0);
            Rendered second = cache.strip(TestStudy.SERIES, 1);
            assertThat(ImageIO.read(new ByteArrayInputStream(first.bytes())).getHeight())
                    .isEqualTo(8 * 128);
            assertThat(ImageIO.read(new ByteArrayInputStream(second.bytes())).getHeight())
                    .isEqualTo(128);
            awaitKept(2);
        }
        assertThat(decoder.decodes).hasValue(70);
        try (RenditionCache cache = cache()) {
            assertThat(cache.strip(TestStudy.SERIES, 0).bytes()).isEqualTo(first.bytes());
        }
        assertThat(decoder.decodes).hasValue(70);
    }

    @Test
    void what_a_manifest_rendered_is_kept_and_used_again() throws Exception {
        TestStudy.ct(blobs, catalog, 1, 16);
        var located = catalog.instance(TestStudy.SERIES + ".1").orElseThrow();
        Rendered tile;
        try (RenditionCache cache = cache()) {
            var row = cache.await(cache.keepTile(located, 1, Rendition.EXACT, WHOLE));
            tile = cache.tile(TestStudy.SERIES + ".1", 1, Rendition.EXACT, WHOLE);
            assertThat(row.blob().hex()).isEqualTo(tile.etag());
            assertThat(row.kind()).isEqualTo("exact");
        }
        try (RenditionCache cache = cache()) {
            assertThat(cache.tile(TestStudy.SERIES + ".1", 1, Rendition.EXACT, WHOLE)
                            .bytes())
                    .isEqualTo(tile.bytes());
        }
        assertThat(decoder.decodes).hasValue(1);
    }

    private RenditionCache cache() {
        return new RenditionCache(catalog, blobs, decoder, LIMITS, new RenderQueue(2, System::nanoTime));
    }

    private void awaitKept(int rows) throws InterruptedException {
        for (int i = 0; i < 200 && catalog.renditions(TestStudy.STUDY).size() < rows; i++) {
            Thread.sleep(10);
        }
    }

    private static void assertMissing(What what, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        NotFound.class, missing -> assertThat(missing.what()).isEqualTo(what));
    }

    /** The real reader, which can be held up and made to fail. */
    private final class Decoder implements FrameReader {
        private final BlobFrames real = new BlobFrames(blobs, LIMITS);
        private final AtomicInteger decodes = new AtomicInteger();
        private volatile CountDownLatch held = new CountDownLatch(0);
        private volatile boolean broken;
        private volatile String patientId = "";

        @Override
        public Identity identity(BlobHash object) throws IOException {
            Identity own = real.identity(object);
            return patientId.isEmpty() ? own : new Identity(own.study(), own.series(), own.instance(), patientId);
        }

        @Override
        public StoredFrame decode(BlobHash object, int frame) throws IOException {
            decodes.incrementAndGet();
            if (broken) {
                throw new IOException("the disk does not answer");
            }
            try {
                held.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            return real.decode(object, frame);
        }

        @Override
        public Optional<byte[]> passThrough(BlobHash object, int frame, FrameKind kind) throws IOException {
            return real.passThrough(object, frame, kind);
        }

        @Override
        public SlideIndex slideIndex(BlobHash object) throws IOException {
            return real.slideIndex(object);
        }
    }
}
