// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** What a number does to a file: always the same for the same number. */
public final class Mutation {
    private static final int META = 132;
    private static final int DEEP = 10_000;
    private static final int[] LENGTHS = {-1, -2, 0x7FFFFFFF, 0x7FFFFFFE, 0x40000000, 0x10000000, 0xFFFF, 0, 1, 3};

    private Mutation() {}

    /** The file that a number makes of a seed. */
    public static byte[] of(FuzzSeed seed, long number) {
        Random random = new Random(number * 0x9E3779B97F4A7C15L);
        byte[] file = seed.bytes().clone();
        return switch (random.nextInt(8)) {
            case 0, 1 -> flipped(file, META, random);
            case 2 -> flipped(file, file.length * 2 / 3, random);
            case 3 -> Arrays.copyOf(file, random.nextInt(file.length));
            case 4, 5 -> flipped(lengthened(file, random), META, random);
            case 6 -> spliced(file, random);
            default -> random.nextInt(20) == 0 ? nested(seed, random) : header(file, random);
        };
    }

    private static byte[] flipped(byte[] file, int from, Random random) {
        for (int i = random.nextInt(8); i >= 0; i--) {
            int at = from + random.nextInt(file.length - from);
            file[at] = (byte) (random.nextBoolean() ? file[at] ^ 1 << random.nextInt(8) : random.nextInt(256));
        }
        return file;
    }

    /** A number of two or four bytes at an even place becomes one that is far too large or too small. */
    private static byte[] lengthened(byte[] file, Random random) {
        ByteBuffer bytes =
                ByteBuffer.wrap(file).order(random.nextInt(8) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = META + 2 * random.nextInt((file.length - META - 4) / 2);
            int value = LENGTHS[random.nextInt(LENGTHS.length)];
            if (random.nextBoolean()) {
                bytes.putInt(at, value);
            } else {
                bytes.putShort(at, (short) value);
            }
        }
        return file;
    }

    /** As flipped, but only where the attributes of the image are. */
    private static byte[] header(byte[] file, Random random) {
        int end = Math.min(file.length, 900);
        for (int i = random.nextInt(3); i >= 0; i--) {
            file[META + random.nextInt(end - META)] = (byte) random.nextInt(256);
        }
        return file;
    }

    /** A piece is taken out, doubled or put elsewhere. */
    private static byte[] spliced(byte[] file, Random random) {
        int from = META + random.nextInt(file.length - META);
        int to = Math.min(file.length, from + 1 + random.nextInt(64));
        int place = META + random.nextInt(file.length - META);
        byte[] piece = Arrays.copyOfRange(file, from, to);
        byte[] rest = random.nextBoolean()
                ? file
                : joined(Arrays.copyOf(file, from), Arrays.copyOfRange(file, to, file.length));
        int at = Math.min(place, rest.length);
        return joined(Arrays.copyOf(rest, at), piece, Arrays.copyOfRange(rest, at, rest.length));
    }

    /** Ten thousand sequences in each other in front of the data set; some are cut, some have defined lengths. */
    private static byte[] nested(FuzzSeed seed, Random random) {
        byte[] file = seed.bytes();
        int stated =
                META + 12 + ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(META + 8);
        // A real file may have no meta group, or one that does not begin with its length.
        int start = stated < META || stated > file.length ? META : stated;
        ByteBuffer nest = ByteBuffer.allocate(DEEP * 20).order(ByteOrder.LITTLE_ENDIAN);
        int length = random.nextBoolean() ? -1 : 0x100000;
        for (int i = 0; i < DEEP; i++) {
            nest.putShort((short) 0x0040).putShort((short) 0xA730);
            if (!seed.implicit()) {
                nest.put((byte) 'S').put((byte) 'Q').putShort((short) 0);
            }
            nest.putInt(length)
                    .putShort((short) 0xFFFE)
                    .putShort((short) 0xE000)
                    .putInt(length);
        }
        byte[] levels = Arrays.copyOf(nest.array(), nest.position());
        return joined(Arrays.copyOf(file, start), levels, Arrays.copyOfRange(file, start, file.length));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
