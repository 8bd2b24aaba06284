// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.fuzz;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.rendering.pixel.ImageHeaders;
import org.wardlight.rendering.tile.ExactTiles;
import org.wardlight.rendering.tile.Frames;
import org.wardlight.rendering.tile.PreviewTiles;
import org.wardlight.rendering.tile.Pyramid;
import org.wardlight.rendering.tile.StripSheets;
import org.wardlight.rendering.tile.TileAddress;

/** The whole way of a file: read by whatever reads objects, header, first frame, preview, exact tile, strip. */
public final class FuzzRun {
    /** A file may take so long. */
    public static final double MOST_SECONDS = 2;

    private final List<FuzzSeed> seeds;
    private final Limits limits;
    private int drawn;

    /** @param frameBytes most bytes of a decoded frame: as the server does, a part of the memory that there is */
    public FuzzRun(List<FuzzSeed> seeds, long frameBytes) {
        Limits most = Limits.STANDARD;
        this.seeds = seeds;
        this.limits = new Limits(
                Math.min(most.elementBytes(), frameBytes),
                Math.min(most.dataSetBytes(), frameBytes),
                200_000,
                most.depth(),
                frameBytes,
                10_000);
    }

    /** Mutations so far that gave a picture. */
    public int drawn() {
        return drawn;
    }

    /** What is wrong with how a mutation ended; empty when it was drawn or refused in time. */
    public Optional<String> fault(long number) {
        FuzzSeed seed = seeds.get((int) (number % seeds.size()));
        byte[] file = Mutation.of(seed, number);
        long start = System.nanoTime();
        try {
            draw(file);
            drawn++;
        } catch (RenderingException refused) {
            // as it should be
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return Optional.of("mutation " + number + " of " + seed.name() + ": " + trace(e));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return seconds > MOST_SECONDS
                ? Optional.of("mutation " + number + " of " + seed.name() + " took " + seconds + " s")
                : Optional.empty();
    }

    /** Why an unchanged seed is not drawn; empty when it is. */
    static Optional<String> refusal(FuzzSeed seed, long frameBytes) {
        try {
            new FuzzRun(List.of(seed), frameBytes).draw(seed.bytes());
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of(trace(e));
        }
    }

    private void draw(byte[] file) throws IOException {
        DicomObject object = DicomReader.read(new MemoryByteSource(file), limits);
        OtherReaders.read(object, limits);
        ImageHeader header = ImageHeaders.of(object);
        FrameKind kind = header.kinds().get(header.frames().get(0).kind());
        StoredFrame frame = Frames.decode(object, object.source(), 1, limits);
        Pyramid pyramid = Pyramid.of(frame, kind);
        TileAddress top = new TileAddress(kind.levels() - 1, 0, 0);
        PreviewTiles.encode(pyramid, top);
        ExactTiles.encode(pyramid, top);
        StripSheets.encode(List.of(StripSheets.cell(frame, kind)));
    }

    private static String trace(Throwable e) {
        StringBuilder out = new StringBuilder(e.toString());
        StackTraceElement[] trace = e.getStackTrace();
        for (int i = 0; i < Math.min(6, trace.length); i++) {
            out.append("\n    at ").append(trace[i]);
        }
        return out.toString();
    }
}
