// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.rendering.tile.ExactTiles;
import org.wardlight.rendering.tile.Frames;
import org.wardlight.rendering.tile.Headers;
import org.wardlight.rendering.tile.PlaneTiles;
import org.wardlight.rendering.tile.Pyramid;
import org.wardlight.rendering.tile.TileAddress;

/** Bytes of all exact 16-bit grey tiles of a folder's files as PNG and as difference planes; of many frames about four are taken. */
public final class FormsBench {
    private static final int FRAMES = 4;

    private long tiles;
    private long png;
    private long planes;
    private long larger;

    private FormsBench() {}

    public static void main(String[] arguments) throws IOException {
        FormsBench bench = new FormsBench();
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            bench.file(file);
        }
        System.out.println(String.format(
                Locale.ROOT,
                "%d tiles\tPNG %d bytes\tplanes %d bytes\tratio %.3f\tlarger as planes %d",
                bench.tiles,
                bench.png,
                bench.planes,
                bench.planes / (double) bench.png,
                bench.larger));
    }

    private void file(Path file) throws IOException {
        MemoryByteSource source = new MemoryByteSource(Files.readAllBytes(file));
        try {
            DicomObject object = DicomReader.read(source, Limits.STANDARD);
            ImageHeader header = Headers.of(object, source, Limits.STANDARD);
            int step = Math.max(1, header.frames().size() / FRAMES);
            for (int i = 0; i < header.frames().size(); i += step) {
                FrameKind kind = header.kinds().get(header.frames().get(i).kind());
                if (PlaneTiles.has(kind)) {
                    frame(Pyramid.of(Frames.decode(object, source, i + 1, Limits.STANDARD), kind));
                }
            }
        } catch (RenderingException notShown) {
            // What is not shown has no tiles.
        }
    }

    private void frame(Pyramid pyramid) {
        int tile = pyramid.kind().tile();
        for (int level = 0; level < pyramid.kind().levels(); level++) {
            StoredFrame values = pyramid.level(level);
            for (int row = 0; row * tile < values.rows(); row++) {
                for (int column = 0; column * tile < values.columns(); column++) {
                    tile(pyramid, new TileAddress(level, row, column));
                }
            }
        }
    }

    private void tile(Pyramid pyramid, TileAddress address) {
        int asPng = ExactTiles.encode(pyramid, address).length;
        int asPlanes = PlaneTiles.encode(pyramid, address).length;
        tiles++;
        png += asPng;
        planes += asPlanes;
        larger += asPlanes > asPng ? 1 : 0;
    }
}
