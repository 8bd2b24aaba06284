// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.rendering.PixelFixtures.values;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.codec.Codecs;
import org.wardlight.rendering.codec.FrameCodec;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.JpegEighth;
import org.wardlight.rendering.codec.JpegPictures;
import org.wardlight.rendering.codec.Photometric;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.pixel.ColorConversion;
import org.wardlight.rendering.pixel.SlidePart;
import org.wardlight.rendering.pixel.SlidePart.Flavor;
import org.wardlight.rendering.slide.SlideLevel.Member;
import org.wardlight.rendering.tile.TileAddress;

/** Overviews of slides that have their full resolution alone. */
class EighthsTest {
    private static final FrameCodec BASELINE = Codecs.standard().forSyntax("1.2.840.10008.1.2.4.50");

    private static Slide slide(int rows, int columns, int tile) {
        int frames = (rows + tile - 1) / tile * ((columns + tile - 1) / tile);
        SlidePart part = new SlidePart(
                Flavor.VOLUME,
                rows,
                columns,
                tile,
                tile,
                frames,
                List.of("1"),
                List.of("1"),
                1,
                false,
                "1.2",
                null,
                0,
                0xFFFFFF);
        return new Slide(List.of(new SlideLevel(rows, columns, List.of(new Member(0, part)))));
    }

    /** Tiles of JPEG, counted when they are decoded whole; a missing codestream is a broken tile. */
    private static class Tiles implements SlideSource {
        private final Slide slide;
        private final int edge;
        private final boolean hasEighths;
        private final Map<TileAddress, StoredFrame> kept = new HashMap<>();
        private int whole;

        Tiles(Slide slide, boolean hasEighths) {
            this.slide = slide;
            this.edge = slide.base().part().tileRows();
            this.hasEighths = hasEighths;
        }

        byte[] jpeg(int frame) throws IOException {
            byte[] rgb = new byte[edge * edge * 3];
            for (int i = 0; i < rgb.length; i++) {
                int x = i / 3 % edge;
                int y = i / 3 / edge;
                rgb[i] = (byte) (60 + frame * 37 % 90 + (i % 3) * 20 + (x + y) % 40);
            }
            return JpegPictures.jfif(rgb, edge, edge);
        }

        @Override
        public SlideIndex index(Member member) {
            return SlideIndex.of(DataSet.EMPTY, slide.base().part());
        }

        @Override
        public StoredFrame tile(Member member, int frame) throws IOException {
            whole++;
            FrameLayout layout = FrameLayout.colour(edge, edge, Photometric.YBR_FULL_422);
            return ColorConversion.toRgb(BASELINE.decode(jpeg(frame), layout));
        }

        @Override
        public Optional<StoredFrame> eighth(Member member, int frame) throws IOException {
            return hasEighths ? JpegEighth.of(jpeg(frame)).map(ColorConversion::toRgb) : Optional.empty();
        }

        @Override
        public Optional<StoredFrame> kept(int channel, TileAddress address) {
            return Optional.ofNullable(kept.get(address));
        }

        @Override
        public void keep(int channel, TileAddress address, StoredFrame tile) {
            kept.put(address, tile);
        }

        @Override
        public Optional<byte[]> codestream(Member member, int frame) {
            return Optional.empty();
        }

        StoredFrame overview(int level) throws IOException {
            StoredFrame example = tile(slide.base().members().get(0), 1);
            whole = 0;
            return new SlideTiles(slide, 0, this, example).tile(new TileAddress(level, 0, 0));
        }
    }

    private static int most(int[] one, int[] other) {
        assertThat(one).hasSameSizeAs(other);
        int most = 0;
        for (int i = 0; i < one.length; i++) {
            most = Math.max(most, Math.abs(one[i] - other[i]));
        }
        return most;
    }

    @Test
    void an_overview_of_eighths_is_that_of_whole_tiles() throws IOException {
        Slide slide = slide(1024, 1280, 128);
        for (int level = 3; level <= 4; level++) {
            Tiles quick = new Tiles(slide, true);
            Tiles slow = new Tiles(slide, false);
            assertThat(most(values(quick.overview(level)), values(slow.overview(level))))
                    .as("level " + level)
                    .isLessThanOrEqualTo(3);
            assertThat(quick.whole).isZero();
            assertThat(slow.whole).isEqualTo(level == 3 ? 64 : 80);
        }
    }

    @Test
    void tiles_at_the_edge_count_as_far_as_the_matrix_goes() throws IOException {
        Slide slide = slide(1000, 1270, 128);
        Tiles quick = new Tiles(slide, true);
        StoredFrame overview = quick.overview(3);
        assertThat(overview.rows()).isEqualTo(125);
        assertThat(overview.columns()).isEqualTo(128);
        assertThat(quick.whole).isEqualTo(8);
        assertThat(most(values(overview), values(new Tiles(slide, false).overview(3))))
                .isLessThanOrEqualTo(3);
    }

    @Test
    void a_broken_tile_is_crossed_out_in_the_overview_too() throws IOException {
        Slide slide = slide(1024, 1024, 128);
        Tiles broken = new Tiles(slide, true) {
            @Override
            byte[] jpeg(int frame) throws IOException {
                return frame == 2 ? new byte[] {1} : super.jpeg(frame);
            }

            @Override
            public StoredFrame tile(Member member, int frame) throws IOException {
                if (frame == 2) {
                    throw new MalformedDicom("broken");
                }
                return super.tile(member, frame);
            }
        };
        StoredFrame overview = broken.overview(3);
        // Of the 16 x 16 pixels from column 16 on a corner is black, and the middle of an edge grey.
        assertThat(overview.value(16 * 3)).isZero();
        assertThat(overview.value((8 * 128 + 17) * 3)).isEqualTo(160);
    }
}
