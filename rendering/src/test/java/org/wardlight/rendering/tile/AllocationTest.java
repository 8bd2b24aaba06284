// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.phantom.DemoObject;
import org.wardlight.rendering.phantom.DemoStudies;
import org.wardlight.rendering.phantom.DemoStudy;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.ImageHeaders;

/** What a render of an uncompressed CT slice of 512 x 512 leaves for the garbage collector: at most three times the frame. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllocationTest {
    private static final TileAddress FIRST = new TileAddress(0, 0, 0);
    private static final long FRAME = 512 * 512 * 2;
    private static final int WARM = 3;

    private MemoryByteSource source;
    private DicomObject object;
    private FrameKind kind;

    @FunctionalInterface
    private interface Render {
        Object run() throws IOException;
    }

    @BeforeAll
    void make() throws IOException {
        source = new MemoryByteSource(slice());
        object = DicomReader.read(source, Limits.STANDARD);
        kind = ImageHeaders.of(object).kinds().get(0);
    }

    private static byte[] slice() throws IOException {
        for (DemoStudy study : DemoStudies.all()) {
            DemoObject middle = study.objects().get(study.objects().size() / 2);
            if (middle.data().get().string(Tag.MODALITY).orElse("").equals("CT")) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                middle.writeTo(out);
                return out.toByteArray();
            }
        }
        throw new IllegalStateException("no CT among the demo's studies");
    }

    /** Bytes that this thread asks for, in frames; the first runs load classes. */
    private static double frames(Render render) throws IOException {
        assumeThat(ManagementFactory.getThreadMXBean()).isInstanceOf(ThreadMXBean.class);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        for (int i = 0; i < WARM; i++) {
            render.run();
        }
        long before = threads.getThreadAllocatedBytes(self);
        render.run();
        return (threads.getThreadAllocatedBytes(self) - before) / (double) FRAME;
    }

    private StoredFrame decode() throws IOException {
        return Frames.decode(object, source, 1, Limits.STANDARD);
    }

    @Test
    void decoding_takes_the_values_and_little_more() throws IOException {
        assertThat(frames(this::decode)).isBetween(1.0, 1.3);
    }

    @Test
    void an_exact_tile_takes_less_than_three_frames() throws IOException {
        assertThat(frames(() -> ExactTiles.encode(Pyramid.of(decode(), kind), FIRST)))
                .isBetween(1.0, 3.0);
    }

    @Test
    void difference_planes_take_less_than_three_frames() throws IOException {
        assertThat(frames(() -> PlaneTiles.encode(Pyramid.of(decode(), kind), FIRST)))
                .isBetween(1.0, 3.0);
    }

    @Test
    void a_preview_takes_less_than_three_frames() throws IOException {
        assertThat(frames(() -> PreviewTiles.encode(Pyramid.of(decode(), kind), FIRST)))
                .isBetween(1.0, 3.0);
    }

    @Test
    void a_cell_of_a_strip_takes_less_than_three_frames() throws IOException {
        assertThat(frames(() -> StripSheets.cell(decode(), kind))).isBetween(1.0, 3.0);
    }
}
