// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.FileByteSource;
import org.wardlight.rendering.dicom.FrameShape;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.pixel.FrameLayouts;

/** Milliseconds a frame of JPEG 2000 here and in a child process: files are the arguments, or two of the corpus. */
public final class IsolationBench {
    private static final int WARM = 60;
    private static final int ROUNDS = 101;
    private static final List<String> FILES = List.of("dicom/jpeg2000/CT1_J2KR", "dicom/special/htj2k_rpcl_CT1.dcm");

    private IsolationBench() {}

    public static void main(String[] arguments) throws Exception {
        Path corpus = Path.of(System.getProperty("wardlight.corpus", "."));
        List<Path> files = arguments.length > 0
                ? Arrays.stream(arguments).map(Path::of).toList()
                : FILES.stream().map(corpus::resolve).toList();
        Codecs here = Codecs.inProcess();
        try (var pool = Isolation.pool()) {
            Codecs there = here.isolated(pool);
            for (Path file : files) {
                try (FileByteSource source = FileByteSource.open(file)) {
                    DicomObject object = DicomReader.read(source, Limits.STANDARD);
                    FrameLayout layout = FrameLayouts.of(object);
                    byte[] frame = object.pixelData().orElseThrow().frame(source, 0, FrameShape.of(object.data()), Limits.STANDARD);
                    String syntax = object.syntax().uid();
                    double[] ms = compare(here.forSyntax(syntax), there.forSyntax(syntax), frame, layout);
                    System.out.printf(
                            "%s %s %d x %d x %d bits: in process %.2f ms, isolated %.2f ms%n",
                            file.getFileName(), syntax, layout.rows(), layout.columns(), layout.bitsAllocated(), ms[0], ms[1]);
                }
            }
        }
    }

    /** Medians, taken turn by turn so that load falls on both. */
    private static double[] compare(FrameCodec here, FrameCodec there, byte[] frame, FrameLayout layout) {
        double[][] taken = new double[2][ROUNDS];
        for (int i = -WARM; i < ROUNDS; i++) {
            double first = once(here, frame, layout);
            double second = once(there, frame, layout);
            if (i >= 0) {
                taken[0][i] = first;
                taken[1][i] = second;
            }
        }
        Arrays.sort(taken[0]);
        Arrays.sort(taken[1]);
        return new double[] {taken[0][ROUNDS / 2], taken[1][ROUNDS / 2]};
    }

    private static double once(FrameCodec codec, byte[] frame, FrameLayout layout) {
        long from = System.nanoTime();
        codec.decode(frame, layout);
        return (System.nanoTime() - from) / 1e6;
    }
}
