// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** What a data element holds. Text forms say sizes, never contents. */
public sealed interface Value {
    /** A run of bytes, in memory or elsewhere, with a length that is known. */
    sealed interface Raw extends Value {
        long length();
    }

    /** Bytes in memory, numbers in little endian whatever the file's byte order; not to be changed. */
    record Bytes(byte[] bytes) implements Raw {
        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return bytes.length + " bytes";
        }
    }

    /** Bytes that were left in the file because they are long; numbers in the byte order of the file. */
    record InFile(ByteSource source, long offset, long length, boolean bigEndian) implements Raw {
        @Override
        public String toString() {
            return length + " bytes at " + offset;
        }
    }

    /** Bytes that are only fetched while they are written; {@link Opener#open} is called once for each writing. */
    record Streamed(long length, Opener opener) implements Raw {
        @Override
        public String toString() {
            return length + " bytes streamed";
        }
    }

    /** Opens a stream of exactly the stated number of bytes; the writer closes it. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    /** Text that was set by a builder: encoded in the Specific Character Set when it is written. */
    record Text(List<String> values) implements Value {
        public Text {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return values.size() + " texts";
        }
    }

    /** The items of a sequence. */
    record Items(List<DataSet> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return items.size() + " items";
        }
    }

    /**
     * Encapsulated pixel data (PS3.5 A.4).
     *
     * @param fragments the fragments in order
     * @param frameStarts index of the first fragment of each frame; empty: an empty Basic Offset Table is written
     */
    record Fragments(List<Raw> fragments, List<Integer> frameStarts) implements Value {
        public Fragments {
            fragments = List.copyOf(fragments);
            frameStarts = List.copyOf(frameStarts);
        }

        /** One fragment a frame. */
        public static Fragments ofFrames(List<byte[]> frames) {
            List<Raw> fragments = frames.stream().<Raw>map(Bytes::new).toList();
            List<Integer> starts = java.util.stream.IntStream.range(0, fragments.size())
                    .boxed()
                    .toList();
            return new Fragments(fragments, starts);
        }

        @Override
        public String toString() {
            return fragments.size() + " fragments";
        }
    }
}
