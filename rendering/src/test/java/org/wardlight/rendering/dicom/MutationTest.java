// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.RenderingException;

/** Bytes changed at random, with fixed seeds: reading ends in an object or in one of our own exceptions, soon. */
class MutationTest {
    private static final int MUTATIONS = 2000;
    private static final Limits LIMITS = new Limits(1 << 16, 1 << 20, 10_000, 16, 1 << 20, 1000);

    @Test
    void no_mutation_brings_anything_but_our_own_exceptions() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (TransferSyntax syntax : TransferSyntax.known().subList(0, 4)) {
            files.add(DicomFixtures.write(DicomFixtures.rich().build(), syntax));
        }
        files.add(DicomFixtures.write(
                DicomFixtures.rich().frames(List.of(new byte[64], new byte[80])).build(), TransferSyntax.RLE_LOSSLESS));
        int objects = 0;
        for (int seed = 0; seed < MUTATIONS; seed++) {
            objects += survives(mutate(files.get(seed % files.size()), seed)) ? 1 : 0;
        }
        assertThat(objects).as("mutations that still read as DICOM").isBetween(1, MUTATIONS - 1);
    }

    private static boolean survives(byte[] file) throws IOException {
        try {
            DicomObject object = DicomReader.read(new MemoryByteSource(file), LIMITS);
            object.data().elements().forEach(element -> touch(object.data(), element.tag()));
            FrameShape shape = FrameShape.of(object.data());
            if (object.pixelData().isPresent()) {
                PixelData pixels = object.pixelData().get();
                for (int i = 0; i < Math.min(3, pixels.frames(shape)); i++) {
                    pixels.frame(object.source(), i, shape, LIMITS);
                }
            }
            return true;
        } catch (RenderingException expected) {
            return false;
        }
    }

    private static void touch(DataSet data, int tag) {
        data.strings(tag);
        data.integers(tag);
        data.decimals(tag);
        data.personName(tag);
        data.items(tag).forEach(item -> item.elements().forEach(element -> touch(item, element.tag())));
    }

    private static byte[] mutate(byte[] original, int seed) {
        Random random = new Random(seed);
        byte[] file = original.clone();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            int at = 128 + random.nextInt(file.length - 128);
            file[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : 0xFF);
        }
        return random.nextInt(5) == 0 ? java.util.Arrays.copyOf(file, random.nextInt(file.length)) : file;
    }
}
