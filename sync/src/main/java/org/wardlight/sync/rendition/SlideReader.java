// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.Optional;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.codec.JpegEighth;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.ColorConversion;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.slide.SlideIndex;
import org.wardlight.rendering.slide.SlideLevel;
import org.wardlight.rendering.slide.SlideLevel.Member;
import org.wardlight.rendering.slide.SlideSource;
import org.wardlight.rendering.slide.SlideTiles;
import org.wardlight.rendering.tile.Pyramid;
import org.wardlight.rendering.tile.TileAddress;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.study.ShownSlide;

/** Tiles of slides from stored objects; frames that neighbours will need too are kept within a stated number of bytes. Thread-safe. */
final class SlideReader {
    private final FrameReader reader;
    private final Decoding decoding;
    private final Cache<Object, StoredFrame> frames;

    /** Decodes one frame of a stored object within the limits of all decodes. */
    @FunctionalInterface
    interface Decoding {
        StoredFrame decode(BlobHash object, int frame, FrameKind kind) throws IOException;
    }

    SlideReader(FrameReader reader, Decoding decoding, long bytes) {
        this.reader = reader;
        this.decoding = decoding;
        this.frames = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Object key, StoredFrame frame) -> (int) Math.min(Integer.MAX_VALUE, frame.size()))
                .executor(Runnable::run)
                .build();
    }

    /** The values of one tile of a slide's frame, from 1. */
    StoredFrame values(ShownSlide slide, int frame, TileAddress address) throws IOException {
        SlideSource source = new Stored(slide);
        return new SlideTiles(slide.slide(), frame - 1, source, example(slide, source)).tile(address);
    }

    /** The thumbnail's worth of a frame: its coarsest level, which is one tile. */
    StoredFrame smallest(ShownSlide slide, int frame) throws IOException {
        return values(slide, frame, new TileAddress(slide.kind(frame).levels() - 1, 0, 0));
    }

    Optional<byte[]> passThrough(ShownSlide slide, int frame, TileAddress address) throws IOException {
        return SlideTiles.passThrough(slide.slide(), frame - 1, new Stored(slide), address);
    }

    /** The first frame that can be decoded, of the coarsest level: it is likely wanted anyway. */
    private static StoredFrame example(ShownSlide slide, SlideSource source) throws IOException {
        for (int level = slide.slide().levels().size() - 1; level >= 0; level--) {
            SlideLevel each = slide.slide().levels().get(level);
            for (int frame = 1; frame <= each.members().get(0).part().frames(); frame++) {
                try {
                    return source.tile(each.members().get(0), frame);
                } catch (RenderingException broken) {
                    // Another one may be whole.
                }
            }
        }
        throw new Unsupported("no tile of the slide can be decoded");
    }

    /** A tile that is in no file. */
    private record Made(BlobHash base, String version, int channel, TileAddress address) {}

    private final class Stored implements SlideSource {
        private final ShownSlide slide;

        Stored(ShownSlide slide) {
            this.slide = slide;
        }

        @Override
        public SlideIndex index(Member member) throws IOException {
            return reader.slideIndex(blob(member));
        }

        @Override
        public StoredFrame tile(Member member, int frame) throws IOException {
            TileKey.Frame key = new TileKey.Frame(blob(member), frame);
            StoredFrame known = frames.getIfPresent(key);
            if (known != null) {
                return known;
            }
            FrameKind kind = slide.tileKind(member);
            StoredFrame decoded =
                    Pyramid.of(decoding.decode(key.object(), frame, kind), kind).level(0);
            frames.put(key, decoded);
            return decoded;
        }

        @Override
        public Optional<StoredFrame> eighth(Member member, int frame) throws IOException {
            return codestream(member, frame)
                    .flatMap(JpegEighth::of)
                    .map(small -> small.samples() == 3 ? ColorConversion.toRgb(small) : small);
        }

        @Override
        public Optional<byte[]> codestream(Member member, int frame) throws IOException {
            return reader.passThrough(blob(member), frame, slide.tileKind(member));
        }

        @Override
        public Optional<StoredFrame> kept(int channel, TileAddress address) {
            return Optional.ofNullable(
                    frames.getIfPresent(new Made(slide.instance().blob(), slide.version(), channel, address)));
        }

        @Override
        public void keep(int channel, TileAddress address, StoredFrame tile) {
            frames.put(new Made(slide.instance().blob(), slide.version(), channel, address), tile);
        }

        private BlobHash blob(Member member) {
            return slide.instances().get(member.object()).blob();
        }
    }
}
