// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.Photometric;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.fuzz.FuzzSeed;
import org.wardlight.rendering.fuzz.FuzzSeeds;
import org.wardlight.rendering.tile.Frames;

/** The writer's files, read and decoded by DCMTK and GDCM where these are installed. */
class OtherToolkitsTest {
    private static final String JPEG = "1.2.840.10008.1.2.4.";
    /** DCMTK's program that makes a syntax plain; what is not here and compressed it cannot read. */
    private static final Map<String, String> BY_DCMTK = Map.of(
            JPEG + "57",
            "dcmdjpeg",
            JPEG + "70",
            "dcmdjpeg",
            JPEG + "80",
            "dcmdjpls",
            "1.2.840.10008.1.2.5",
            "dcmdrle");

    private static final List<String> BY_GDCM =
            List.of(JPEG + "57", JPEG + "70", JPEG + "80", JPEG + "90", "1.2.840.10008.1.2.5");

    @Test
    void dcmftest_and_dcmdump_accept_every_fixture(@TempDir Path folder) throws Exception {
        Toolkit.require("dcmftest", "dcmdump");
        List<String> files = new ArrayList<>();
        List<FuzzSeed> seeds = FuzzSeeds.all();
        for (int i = 0; i < seeds.size(); i++) {
            files.add(write(folder, i, seeds.get(i)).toString());
        }
        String tested = Toolkit.run("dcmftest", files).said();
        assertThat(tested.lines()).hasSize(files.size()).allMatch(line -> line.startsWith("yes: "));
        List<String> arguments = new ArrayList<>(List.of("+E"));
        arguments.addAll(files);
        Toolkit.Outcome dumped = Toolkit.run("dcmdump", arguments);
        assertThat(dumped.exit()).isZero();
        assertThat(dumped.said().lines().filter(line -> line.matches("[WE]: .*")))
                .isEmpty();
    }

    @Test
    void dcmtk_decodes_every_lossless_fixture_to_the_same_values(@TempDir Path folder) throws Exception {
        Toolkit.require("dcmconv", "dcmdjpeg", "dcmdjpls", "dcmdrle");
        int compared = 0;
        List<String> wrong = new ArrayList<>();
        List<FuzzSeed> seeds = FuzzSeeds.all();
        for (int i = 0; i < seeds.size(); i++) {
            DicomObject object = Copies.read(seeds.get(i).bytes());
            String program = BY_DCMTK.get(object.syntax().uid());
            if (program == null && object.syntax().encapsulated()) {
                continue;
            }
            Path in = write(folder, i, seeds.get(i));
            Path out = folder.resolve("dcmtk.dcm");
            List<String> arguments = program == null
                    ? List.of("+te", in.toString(), out.toString())
                    : List.of(in.toString(), out.toString());
            note(seeds.get(i), Toolkit.run(program == null ? "dcmconv" : program, arguments), out, wrong);
            compared++;
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(40);
    }

    @Test
    void gdcm_decodes_every_lossless_fixture_to_the_same_values(@TempDir Path folder) throws Exception {
        Toolkit.require("gdcmconv");
        int compared = 0;
        List<String> wrong = new ArrayList<>();
        List<FuzzSeed> seeds = FuzzSeeds.all();
        for (int i = 0; i < seeds.size(); i++) {
            DicomObject object = Copies.read(seeds.get(i).bytes());
            FrameLayout layout = org.wardlight.rendering.pixel.FrameLayouts.of(object);
            // GDCM 3.0 reads no 1-bit, floating-point or packed 4:2:2 pixels, no deflated frames, and aborts at a
            // palette of
            // which only one colour is segmented.
            boolean known = layout.bitsAllocated() > 1
                    && !layout.floating()
                    && layout.photometric() != Photometric.YBR_FULL_422
                    && layout.photometric() != Photometric.PALETTE_COLOR
                    && (!object.syntax().encapsulated()
                            || BY_GDCM.contains(object.syntax().uid()));
            if (known) {
                Path out = folder.resolve("gdcm.dcm");
                Path in = write(folder, i, seeds.get(i));
                note(
                        seeds.get(i),
                        Toolkit.run("gdcmconv", List.of("--raw", in.toString(), out.toString())),
                        out,
                        wrong);
                compared++;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(30);
    }

    private static Path write(Path folder, int number, FuzzSeed seed) throws IOException {
        return Files.write(folder.resolve("%03d.dcm".formatted(number)), Copies.written(Copies.read(seed.bytes())));
    }

    private static void note(FuzzSeed seed, Toolkit.Outcome outcome, Path out, List<String> wrong) throws IOException {
        if (outcome.exit() != 0) {
            wrong.add(seed.name() + ": " + outcome.said());
            return;
        }
        try {
            DicomObject ours = Copies.read(seed.bytes());
            DicomObject theirs = Copies.read(Files.readAllBytes(out));
            int frames = ours.data().integer(Tag.NUMBER_OF_FRAMES).orElse(1);
            for (int frame = 1; frame <= frames; frame++) {
                StoredFrame mine = Frames.decode(ours, ours.source(), frame, Limits.STANDARD);
                StoredFrame other = Frames.decode(theirs, theirs.source(), frame, Limits.STANDARD);
                if (!Arrays.equals(mine.bytes(), other.bytes())) {
                    wrong.add(seed.name() + " frame " + frame + ": other values");
                }
            }
        } catch (RenderingException refused) {
            wrong.add(seed.name() + ": " + refused.getMessage());
        }
        Files.delete(out);
    }
}
