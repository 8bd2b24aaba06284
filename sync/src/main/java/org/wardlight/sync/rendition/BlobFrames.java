// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.SlidePart;
import org.wardlight.rendering.slide.SlideIndex;
import org.wardlight.rendering.slide.SlideParts;
import org.wardlight.rendering.tile.Frames;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.Blobs;

/** Reads objects from blobs; parsed headers are kept within a stated number of bytes. Thread-safe. */
final class BlobFrames implements FrameReader {
    /** What a header's bytes become as Java objects, roughly. */
    private static final int HEADER_GROWTH = 3;

    private static final long SMALLEST = 1024;
    /** A slide's header without what it says of each tile: mostly its colour profile. */
    private static final long SLIDE_HEADER = 64 * 1024;

    /** Offset, length and first fragment of a tile. */
    private static final long FRAGMENT = 24;

    private final Blobs blobs;
    private final Limits limits;
    private final Cache<BlobHash, Parsed> headers;

    BlobFrames(Blobs blobs, CacheLimits cache) {
        this.blobs = blobs;
        this.limits = limits(cache);
        this.headers = Caffeine.newBuilder()
                .maximumWeight(cache.headerBytes())
                .weigher((BlobHash blob, Parsed parsed) -> (int) Math.min(Integer.MAX_VALUE, parsed.weight))
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Identity identity(BlobHash blob) throws IOException {
        try (ByteSource source = blobs.open(blob)) {
            DicomObject object = parsed(blob, source).object;
            DataSet data = object.data();
            return new Identity(
                    data.string(Tag.STUDY_INSTANCE_UID).orElse(""),
                    data.string(Tag.SERIES_INSTANCE_UID).orElse(""),
                    object.sopInstanceUid().orElse(""),
                    data.string(Tag.PATIENT_ID).orElse(""));
        }
    }

    @Override
    public StoredFrame decode(BlobHash blob, int frame) throws IOException {
        try (ByteSource source = blobs.open(blob)) {
            Parsed parsed = parsed(blob, source);
            return Frames.decode(parsed.object, parsed.pixelsIn(source), frame, limits);
        }
    }

    @Override
    public Optional<byte[]> passThrough(BlobHash blob, int frame, FrameKind kind) throws IOException {
        try (ByteSource source = blobs.open(blob)) {
            Parsed parsed = parsed(blob, source);
            return Frames.passThrough(parsed.object, parsed.pixelsIn(source), frame, kind, limits);
        }
    }

    @Override
    public SlideIndex slideIndex(BlobHash blob) throws IOException {
        try (ByteSource source = blobs.open(blob)) {
            SlideIndex index = parsed(blob, source).index;
            if (index == null) {
                throw new MalformedDicom("the object is no part of a slide: Total Pixel Matrix (0048,0006) is missing");
            }
            return index;
        }
    }

    private Parsed parsed(BlobHash blob, ByteSource source) throws IOException {
        Parsed known = headers.getIfPresent(blob);
        if (known != null) {
            return known;
        }
        Counting counting = new Counting(source);
        DicomObject object = DicomReader.read(counting, limits);
        boolean inflated = object.source() != counting;
        long weight = SMALLEST
                + HEADER_GROWTH * counting.bytes
                + (inflated ? object.source().size() : 0);
        Parsed parsed = SlideParts.of(object)
                .map(part -> slide(object, part, inflated))
                .orElseGet(() -> new Parsed(object, inflated, weight, null));
        headers.put(blob, parsed);
        return parsed;
    }

    /** A slide says of each of a hundred thousand tiles where it lies: what that comes to is kept instead. */
    private static Parsed slide(DicomObject object, SlidePart part, boolean inflated) {
        SlideIndex index = SlideIndex.of(object.data(), part);
        DataSet rest = object.data().toBuilder()
                .remove(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE)
                .build();
        DicomObject slim = new DicomObject(
                object.meta(), rest, object.syntax(), object.pixelData(), object.complete(), object.source());
        long weight = SLIDE_HEADER
                + index.bytes()
                + FRAGMENT * part.frames()
                + (inflated ? object.source().size() : 0);
        return new Parsed(slim, inflated, weight, index);
    }

    private static Limits limits(CacheLimits cache) {
        Limits most = Limits.STANDARD;
        return new Limits(
                most.elementBytes(),
                most.dataSetBytes(),
                most.elements(),
                most.depth(),
                Math.min(most.frameBytes(), cache.decodingBytes()),
                most.frames());
    }

    /** A header; {@code inflated} when its pixel data lies in memory and not in the blob. */
    private record Parsed(
            DicomObject object,
            boolean inflated,
            long weight,
            @Nullable SlideIndex index) {
        ByteSource pixelsIn(ByteSource blob) {
            return inflated ? object.source() : blob;
        }
    }

    /** Counts what is read of a source while its header is parsed; one thread. */
    private static final class Counting implements ByteSource {
        private final ByteSource source;
        private long bytes;

        Counting(ByteSource source) {
            this.source = source;
        }

        @Override
        public long size() {
            return source.size();
        }

        @Override
        public void read(long position, byte[] target, int offset, int length) throws IOException {
            bytes += length;
            source.read(position, target, offset, length);
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
