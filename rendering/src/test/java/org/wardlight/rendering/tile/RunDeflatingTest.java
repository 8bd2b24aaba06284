// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

final class RunDeflatingTest {
    @Test
    void nothing_is_an_empty_stream() throws DataFormatException {
        assertThat(inflated(deflated(new byte[0], 1), 0)).isEmpty();
    }

    @Test
    void runs_of_every_length_come_back() throws DataFormatException {
        byte[] plain = new byte[600 * 601 / 2 + 600];
        int at = 0;
        for (int length = 1; length <= 600; length++) {
            Arrays.fill(plain, at, at + length, (byte) length);
            at += length;
            plain[at++] = (byte) (length + 1);
        }

        assertThat(inflated(deflated(plain, 1000), plain.length)).isEqualTo(plain);
    }

    @Test
    void one_value_throughout_comes_back_small() throws DataFormatException {
        byte[] plain = new byte[1 << 20];
        Arrays.fill(plain, (byte) 200);

        byte[] stream = deflated(plain, 4096);

        assertThat(inflated(stream, plain.length)).isEqualTo(plain);
        assertThat(stream.length).isLessThan(4000);
    }

    @Test
    void a_code_that_would_be_deeper_than_15_bits_is_limited() throws DataFormatException {
        // Counts that grow like Fibonacci's numbers make the deepest of all trees.
        byte[] plain = new byte[30_000];
        int at = 0;
        int count = 1;
        int before = 1;
        for (int symbol = 0; at < plain.length; symbol++) {
            for (int i = 0; i < count && at < plain.length; i++) {
                plain[at++] = (byte) (3 * symbol);
            }
            int next = count + before;
            before = count;
            count = next;
        }
        shuffle(plain);

        assertThat(inflated(deflated(plain, 700), plain.length)).isEqualTo(plain);
    }

    @Test
    void noise_grows_by_less_than_a_hundredth() throws DataFormatException {
        byte[] plain = new byte[300_000];
        new Random(7).nextBytes(plain);

        byte[] stream = deflated(plain, 5000);

        assertThat(inflated(stream, plain.length)).isEqualTo(plain);
        assertThat(stream.length).isLessThan(303_000);
    }

    @Test
    void any_mixture_comes_back_however_it_is_handed_over() throws DataFormatException {
        Random random = new Random(42);
        for (int round = 0; round < 300; round++) {
            byte[] plain = new byte[random.nextInt(100_000)];
            int spread = 1 + random.nextInt(40);
            for (int i = 0; i < plain.length; ) {
                int run = random.nextInt(4) == 0 ? random.nextInt(400) : 1;
                byte value = (byte) Math.round(random.nextGaussian() * spread);
                Arrays.fill(plain, i, Math.min(plain.length, i + run), value);
                i += run;
            }

            byte[] stream = deflated(plain, 1 + random.nextInt(50_000));

            assertThat(inflated(stream, plain.length)).as("round %d", round).isEqualTo(plain);
        }
    }

    private static void shuffle(byte[] bytes) {
        Random random = new Random(1);
        for (int i = bytes.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            byte spare = bytes[i];
            bytes[i] = bytes[other];
            bytes[other] = spare;
        }
    }

    private static byte[] deflated(byte[] plain, int piece) {
        RunDeflating deflating = new RunDeflating();
        for (int at = 0; at < plain.length; at += piece) {
            byte[] part = Arrays.copyOfRange(plain, at, Math.min(plain.length, at + piece));
            deflating.write(part, part.length);
            if (at % 7 == 3) {
                deflating.cut();
            }
        }
        deflating.finish();
        byte[] stream = new byte[deflating.size()];
        deflating.copyTo(stream, 0);
        return stream;
    }

    /** By an inflater that knows nothing of ours; it checks the sum at the end too. */
    private static byte[] inflated(byte[] stream, int length) throws DataFormatException {
        Inflater inflater = new Inflater();
        inflater.setInput(stream);
        byte[] plain = new byte[length + 1];
        int count = inflater.inflate(plain);
        assertThat(inflater.finished()).isTrue();
        assertThat(inflater.getRemaining()).isZero();
        inflater.end();
        return Arrays.copyOf(plain, count);
    }
}
