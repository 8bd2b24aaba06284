// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.phantom.DemoObject;
import org.wardlight.rendering.phantom.DemoStudies;
import org.wardlight.rendering.phantom.DemoStudy;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.rendering.pixel.ImageHeaders;
import org.wardlight.rendering.tile.ExactTiles;
import org.wardlight.rendering.tile.Frames;
import org.wardlight.rendering.tile.PreviewTiles;
import org.wardlight.rendering.tile.Pyramid;
import org.wardlight.rendering.tile.StripSheets;
import org.wardlight.rendering.tile.TileAddress;

/** One frame of the demo, from its bytes to each rendition: a CT slice of 512 x 512 and a chest film of 3000 x 3600. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RenditionBench {
    private static final TileAddress FIRST = new TileAddress(0, 0, 0);

    @Param({"CT", "DX"})
    private String modality = "CT";

    private DicomObject object;
    private MemoryByteSource source;
    private FrameKind kind;
    private StoredFrame frame;
    private Pyramid pyramid;

    @Setup
    public void make() throws IOException {
        byte[] bytes = middleObject();
        source = new MemoryByteSource(bytes);
        object = DicomReader.read(source, Limits.STANDARD);
        ImageHeader header = ImageHeaders.of(object);
        kind = header.kinds().get(0);
        frame = Frames.decode(object, source, 1, Limits.STANDARD);
        pyramid = Pyramid.of(frame, kind);
        pyramid.level(kind.levels() - 1);
    }

    private byte[] middleObject() throws IOException {
        for (DemoStudy study : DemoStudies.all()) {
            DemoObject middle = study.objects().get(study.objects().size() / 2);
            if (middle.data().get().string(org.wardlight.rendering.dicom.Tag.MODALITY).orElse("").equals(modality)) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                middle.writeTo(out);
                return out.toByteArray();
            }
        }
        throw new IllegalStateException("no " + modality + " among the demo's studies");
    }

    @Benchmark
    public StoredFrame decode() throws IOException {
        return Frames.decode(object, source, 1, Limits.STANDARD);
    }

    @Benchmark
    public byte[] frameToFirstExactTile() throws IOException {
        return ExactTiles.encode(Pyramid.of(decode(), kind), FIRST);
    }

    @Benchmark
    public byte[] frameToFirstPreviewTile() throws IOException {
        return PreviewTiles.encode(Pyramid.of(decode(), kind), FIRST);
    }

    @Benchmark
    public Object frameToStripCell() throws IOException {
        return StripSheets.cell(decode(), kind);
    }

    @Benchmark
    public StoredFrame wholePyramid() {
        return Pyramid.of(frame, kind).level(kind.levels() - 1);
    }

    @Benchmark
    public byte[] previewOfSmallestLevel() {
        return PreviewTiles.encode(pyramid, new TileAddress(kind.levels() - 1, 0, 0));
    }

    @Benchmark
    public byte[] sheetOfSixtyFour() {
        return StripSheets.encode(Collections.nCopies(64, StripSheets.cell(frame, kind)));
    }

    @Benchmark
    public List<FrameKind> header() throws IOException {
        return ImageHeaders.of(DicomReader.read(source, Limits.STANDARD)).kinds();
    }
}
