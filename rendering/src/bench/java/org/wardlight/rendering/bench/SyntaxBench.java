// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.FrameShape;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.ImageHeaders;
import org.wardlight.rendering.tile.ExactTiles;
import org.wardlight.rendering.tile.Frames;
import org.wardlight.rendering.tile.PreviewTiles;
import org.wardlight.rendering.tile.Pyramid;
import org.wardlight.rendering.tile.StripSheets;
import org.wardlight.rendering.tile.TileAddress;

/**
 * Decoding by transfer syntax, beside the native tool on the same file, and what a render allocates: processor time of the thread, which
 * other load on the machine changes less than the clock. The first argument is the corpus. One tab-separated line a file.
 */
public final class SyntaxBench {
    private static final TileAddress FIRST = new TileAddress(0, 0, 0);
    /** Of the corpus: 512 x 512 x 16, then about 2 k x 2 k. */
    private static final List<String> FILES = List.of(
            "jpeg/MR1_JPLY",
            "jpeg/CT1_JPLL",
            "jpegls/CT1_JLSL",
            "jpegls/CT2_JLSN",
            "jpeg2000/CT1_J2KR",
            "jpeg2000/CT1_J2KI",
            "special/htj2k_rpcl_CT1.dcm",
            "jpeg/Monochrome1-Jpeg.dcm",
            "jpeg/RG2_JPLY_fixed.dcm",
            "jpeg/RG2_JPLL",
            "jpegls/SC1_JLSL",
            "jpeg2000/RG3_J2KR",
            "jpeg2000/SC1_J2KI");

    private static final String MAMMOGRAM = "large/mg_5000x4000_jpegll.dcm";

    /** 64 x 64, uncompressed: what the tools take to start and to read their dictionary. */
    private static final String SMALL = "charset/charset_GBK.dcm";

    private final Path corpus;
    private final Path folder;

    private SyntaxBench(Path corpus, Path folder) {
        this.corpus = corpus.resolve("dicom");
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("wardlight-syntaxes");
        try {
            new SyntaxBench(Path.of(arguments[0]), folder).run();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    /** An object in memory. */
    private record Loaded(Path file, MemoryByteSource source, DicomObject object, FrameKind kind) {
        StoredFrame decode() throws IOException {
            return Frames.decode(object, source, 1, Limits.STANDARD);
        }

        /** Of 8 or 16 bits a sample. */
        double frameBytes() {
            int bytes = kind.format() == FrameKind.Format.GREY16 ? 2 : kind.format() == FrameKind.Format.RGB8 ? 3 : 1;
            return (double) kind.rows() * kind.columns() * bytes;
        }
    }

    private Loaded load(String name) throws IOException {
        Path file = corpus.resolve(name);
        MemoryByteSource source = new MemoryByteSource(Files.readAllBytes(file));
        DicomObject object = DicomReader.read(source, Limits.STANDARD);
        return new Loaded(
                file, source, object, ImageHeaders.of(object).kinds().get(0));
    }

    private void run() throws Exception {
        print("file", "syntax", "size", "decode ms", "native ms", "ratio", "decode", "exact", "preview", "cell");
        for (String name : FILES) {
            Loaded loaded = load(name);
            ThreadCost decode = ThreadCost.of(loaded::decode);
            double tool = NativeTool.millis(
                    loaded.file(), loaded.object().syntax().uid(), codestream(loaded), corpus.resolve(SMALL), folder);
            FrameKind kind = loaded.kind();
            print(
                    name,
                    loaded.object().syntax().uid().replace("1.2.840.10008.1.2", ""),
                    kind.columns() + " x " + kind.rows(),
                    number(decode.millis()),
                    number(tool),
                    number(decode.millis() / tool),
                    times(decode, loaded),
                    times(ThreadCost.of(() -> ExactTiles.encode(Pyramid.of(loaded.decode(), kind), FIRST)), loaded),
                    times(ThreadCost.of(() -> PreviewTiles.encode(Pyramid.of(loaded.decode(), kind), FIRST)), loaded),
                    times(ThreadCost.of(() -> StripSheets.cell(loaded.decode(), kind)), loaded));
        }
        mammogram(load(MAMMOGRAM));
    }

    private static byte[] codestream(Loaded loaded) throws IOException {
        DicomObject object = loaded.object();
        return object.pixelData()
                .orElseThrow()
                .frame(loaded.source(), 0, FrameShape.of(object.data()), Limits.STANDARD);
    }

    private static void mammogram(Loaded loaded) throws IOException {
        FrameKind kind = loaded.kind();
        StoredFrame frame = loaded.decode();
        ThreadCost levels = ThreadCost.of(() -> Pyramid.of(frame, kind).level(kind.levels() - 1));
        ThreadCost all = ThreadCost.of(() -> {
            Pyramid pyramid = Pyramid.of(frame, kind);
            for (int level = 0; level < kind.levels(); level++) {
                StoredFrame size = pyramid.level(level);
                for (int row = 0; row * kind.tile() < size.rows(); row++) {
                    for (int column = 0; column * kind.tile() < size.columns(); column++) {
                        TileAddress address = new TileAddress(level, row, column);
                        ExactTiles.encode(pyramid, address);
                        PreviewTiles.encode(pyramid, address);
                    }
                }
            }
            return pyramid;
        });
        String size = "mammogram " + kind.columns() + " x " + kind.rows();
        print(size, "all levels", number(levels.millis()), "ms", times(levels, loaded), "frames allocated");
        print(size, "all tiles, both forms", number(all.millis()), "ms", times(all, loaded), "frames allocated");
    }

    private static String times(ThreadCost cost, Loaded loaded) {
        return number(cost.bytes() / loaded.frameBytes());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static void print(String... cells) {
        System.out.println(String.join("\t", cells));
    }
}
