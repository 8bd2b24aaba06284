// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.MemoryBlobs;

class BlobStreamTest {
    private static final int PART = 65_536;

    private final MemoryBlobs blobs = new MemoryBlobs();
    private final BlobStreamWriter writer = new BlobStreamWriter(blobs);

    @Test
    void a_record_is_laid_out_as_the_architecture_says() throws IOException {
        byte[] bytes = {1, 2, 3};
        BlobHash hash = put(bytes);
        assertThat(HexFormat.of().formatHex(write(ask(hash, 0))))
                .isEqualTo(hash + "0000000000000000" + "00000003" + "00" + "00000003" + "010203");
    }

    @Test
    void a_blob_that_is_not_here_is_one_empty_record() throws IOException {
        BlobHash hash = hash(new byte[] {9});
        assertThat(HexFormat.of().formatHex(write(ask(hash, 0))))
                .isEqualTo(hash + "0000000000000000" + "00000000" + "02" + "00000000");
        assertThat(parse(write(ask(hash, 0)), 7).absent).containsExactly(hash);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 200_000})
    void what_is_written_is_read_back_whole_whatever_the_pieces_it_comes_in(int size) throws IOException {
        Random random = new Random(size);
        byte[] noise = new byte[size];
        random.nextBytes(noise);
        byte[] flat = new byte[size];
        byte[] stream = write(ask(put(noise), 0), ask(put(flat), 0));
        for (int piece : new int[] {1, 48, 4096, 1 << 20}) {
            Received received = parse(stream, piece);
            assertThat(received.bytes(hash(noise))).isEqualTo(noise);
            assertThat(received.bytes(hash(flat))).isEqualTo(flat);
        }
    }

    @Test
    void parts_start_at_multiples_of_64_KiB_or_at_the_asked_offset() throws IOException {
        BlobHash hash = put(noise(3 * PART));
        Received received = parse(write(ask(hash, 1000)), 5000);
        assertThat(received.offsets).containsExactly(1000L, (long) PART, 2L * PART);
    }

    @Test
    void an_offset_past_the_end_is_answered_with_the_whole_blob() throws IOException {
        BlobHash hash = put(noise(100));
        assertThat(parse(write(ask(hash, 101)), 50).offsets).containsExactly(0L);
    }

    @Test
    void what_compresses_travels_small_and_what_does_not_travels_as_it_is() throws IOException {
        byte[] flat = new byte[PART];
        assertThat(write(ask(put(flat), 0)).length).isLessThan(1000);
        assertThat(write(ask(put(noise(PART)), 0)).length).isEqualTo(49 + PART);
        flat[0] = (byte) 0xff;
        flat[1] = (byte) 0xd8;
        flat[2] = (byte) 0xff;
        assertThat(write(ask(put(flat), 0)).length).isEqualTo(49 + PART);
    }

    @Test
    void a_receiver_that_cannot_inflate_gets_plain_parts() throws IOException {
        BlobHash hash = put(new byte[PART]);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(new BlobRequest(List.of(ask(hash, 0)), false), out);
        assertThat(out.size()).isEqualTo(49 + PART);
    }

    @Test
    void of_a_stream_that_is_cut_off_everything_but_a_few_bytes_is_kept() throws IOException {
        byte[] noise = noise(PART);
        byte[] text = "The quick brown fox. ".repeat(3000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] stream = write(ask(put(noise), 0), ask(put(text), 0));
        Received plain = parse(Arrays.copyOf(stream, 40_000), 1000);
        assertThat(plain.bytes(hash(noise))).isEqualTo(Arrays.copyOf(noise, 40_000 - 49));
        Received deflated = parse(Arrays.copyOf(stream, stream.length - 60), 1000);
        byte[] kept = deflated.bytes(hash(text));
        assertThat(kept).isEqualTo(Arrays.copyOf(text, kept.length)).hasSizeGreaterThan(text.length / 2);
    }

    @Test
    void lengths_that_cannot_be_are_refused_before_anything_is_allocated() {
        assertBroken(record(0, PART + 1, 0, PART + 1));
        assertBroken(record(0, -1, 0, -1));
        assertBroken(record(0, 10, 1, 11));
        assertBroken(record(0, 10, 0, 9));
        assertBroken(record(-5, 10, 0, 10));
        assertBroken(record(0, 10, 4, 10));
        assertBroken(record(0, 10, 2, 0));
    }

    @Test
    void a_part_that_inflates_to_more_than_it_says_is_refused() throws IOException {
        byte[] stream = write(ask(put(new byte[5000]), 0));
        ByteBuffer.wrap(stream).putInt(40, 4999);
        Received received = new Received();
        assertThatThrownBy(() -> feed(stream, 10, received)).isInstanceOf(BrokenStream.class);
        assertThat(received.offsets).isEmpty();
    }

    @Test
    void a_corrupted_stream_gives_typed_errors_or_bytes_that_fail_their_hash_but_never_a_crash() throws IOException {
        Random random = new Random(11);
        byte[] text = "slice ".repeat(30_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        List<BlobHash> hashes = List.of(put(noise(90_000)), put(text), put(noise(10)));
        byte[] good = write(hashes.stream().map(hash -> ask(hash, 0)).toArray(BlobRequest.Asked[]::new));
        for (int round = 0; round < 400; round++) {
            byte[] bad = good.clone();
            for (int i = 0; i <= random.nextInt(3); i++) {
                bad[random.nextInt(round % 2 == 0 ? 60 : bad.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Received received = new Received();
            try {
                feed(Arrays.copyOf(bad, random.nextInt(bad.length + 1)), 1 + random.nextInt(20_000), received);
            } catch (BrokenStream expected) {
                assertThat(expected).hasMessageContaining("at byte");
            }
            received.whole()
                    .forEach((hash, bytes) ->
                            assertThat(hash(bytes).equals(hash)).isEqualTo(Arrays.equals(bytes, original(hash))));
        }
    }

    private BlobHash put(byte[] bytes) throws IOException {
        return blobs.put(new ByteArrayInputStream(bytes));
    }

    private static BlobHash hash(byte[] bytes) {
        try {
            return new BlobHash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] original(BlobHash hash) {
        try (var source = blobs.open(hash)) {
            byte[] bytes = new byte[(int) source.size()];
            source.read(0, bytes, 0, bytes.length);
            return bytes;
        } catch (IOException unknown) {
            return new byte[] {42};
        }
    }

    private static void assertBroken(byte[] stream) {
        assertThatThrownBy(() -> feed(stream, 100, new Received())).isInstanceOf(BrokenStream.class);
    }

    private static byte[] record(long offset, int plain, int flags, int wire) {
        return ByteBuffer.allocate(49 + 20)
                .put(new byte[32])
                .putLong(offset)
                .putInt(plain)
                .put((byte) flags)
                .putInt(wire)
                .array();
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        return noise;
    }

    private static BlobRequest.Asked ask(BlobHash hash, long offset) {
        return new BlobRequest.Asked(hash.hex(), offset);
    }

    private byte[] write(BlobRequest.Asked... asked) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(new BlobRequest(List.of(asked), true), out);
        return out.toByteArray();
    }

    private static Received parse(byte[] stream, int piece) throws IOException {
        Received received = new Received();
        feed(stream, piece, received);
        return received;
    }

    private static void feed(byte[] stream, int piece, Received received) throws IOException {
        try (BlobStreamParser parser = new BlobStreamParser(received)) {
            for (int at = 0; at < stream.length; at += piece) {
                parser.feed(ByteBuffer.wrap(stream, at, Math.min(piece, stream.length - at)));
            }
            parser.end();
        }
    }

    private static final class Received implements BlobStreamParser.Sink {
        private final Map<BlobHash, ByteArrayOutputStream> parts = new LinkedHashMap<>();
        private final List<Long> offsets = new ArrayList<>();
        private final List<BlobHash> absent = new ArrayList<>();

        @Override
        public void part(BlobHash hash, long offset, byte[] bytes, int length) {
            parts.computeIfAbsent(hash, any -> new ByteArrayOutputStream()).write(bytes, 0, length);
            offsets.add(offset);
        }

        @Override
        public void absent(BlobHash hash) {
            absent.add(hash);
        }

        byte[] bytes(BlobHash hash) {
            return java.util.Objects.requireNonNull(parts.get(hash)).toByteArray();
        }

        Map<BlobHash, byte[]> whole() {
            Map<BlobHash, byte[]> whole = new LinkedHashMap<>();
            parts.forEach((hash, out) -> whole.put(hash, out.toByteArray()));
            return whole;
        }
    }
}
