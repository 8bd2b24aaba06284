// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A command set (PS3.7 6.3.1): elements of group 0000, always in Implicit VR Little Endian. Immutable. Keys are element numbers of
 * {@link CommandTag}.
 */
public final class CommandSet {
    /** Data Set Type that says that none follows. */
    public static final int NO_DATA = 0x0101;

    /** Longest bytes of one that are read; they need some hundreds. */
    public static final int MOST = 64 * 1024;

    private final TreeMap<Integer, byte[]> elements;

    private CommandSet(TreeMap<Integer, byte[]> elements) {
        this.elements = elements;
    }

    public static Builder builder(int commandField) {
        return new Builder().number(CommandTag.COMMAND_FIELD, commandField);
    }

    /** @throws IllegalArgumentException when the bytes are none: says where */
    public static CommandSet decode(byte[] bytes) {
        TreeMap<Integer, byte[]> elements = new TreeMap<>();
        int at = 0;
        while (at < bytes.length) {
            if (bytes.length - at < 8) {
                throw new IllegalArgumentException("a command set ends within an element, at byte " + at);
            }
            int group = u16(bytes, at);
            int element = u16(bytes, at + 2);
            long length = u16(bytes, at + 4) | (long) u16(bytes, at + 6) << 16;
            if (group != 0 || length > bytes.length - at - 8) {
                throw new IllegalArgumentException(
                        "a command set has an element of group " + group + " and " + length + " bytes at byte " + at);
            }
            byte[] value = new byte[(int) length];
            System.arraycopy(bytes, at + 8, value, 0, value.length);
            elements.put(element, value);
            at += 8 + value.length;
        }
        return new CommandSet(elements);
    }

    /** With its group length in front. */
    public byte[] encode() {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        for (Map.Entry<Integer, byte[]> element : elements.entrySet()) {
            if (element.getKey() != CommandTag.GROUP_LENGTH) {
                write(rest, element.getKey(), element.getValue());
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int size = rest.size();
        write(all, CommandTag.GROUP_LENGTH, new byte[] {
            (byte) size, (byte) (size >>> 8), (byte) (size >>> 16), (byte) (size >>> 24)
        });
        all.writeBytes(rest.toByteArray());
        return all.toByteArray();
    }

    /** A number of 16 bits; empty when absent or of another length. */
    public OptionalInt number(int element) {
        byte[] value = elements.get(element);
        return value == null || value.length < 2 ? OptionalInt.empty() : OptionalInt.of(u16(value, 0));
    }

    /** A text or UID without what pads it; empty when absent or blank. */
    public Optional<String> text(int element) {
        byte[] value = elements.get(element);
        if (value == null) {
            return Optional.empty();
        }
        String text = new String(value, StandardCharsets.ISO_8859_1);
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return Optional.of(text.substring(0, end).strip()).filter(trimmed -> !trimmed.isEmpty());
    }

    /** Command Field; 0 when absent. */
    public int field() {
        return number(CommandTag.COMMAND_FIELD).orElse(0);
    }

    public boolean isResponse() {
        return (field() & CommandField.RESPONSE) != 0;
    }

    /** Message ID of a request; 0 when absent. */
    public int messageId() {
        return number(CommandTag.MESSAGE_ID).orElse(0);
    }

    /** Status of a response; {@link Status#PROCESSING_FAILURE} when absent, since none must not pass for success. */
    public int status() {
        return number(CommandTag.STATUS).orElse(Status.PROCESSING_FAILURE);
    }

    /** Whether a data set follows. */
    public boolean hasData() {
        return number(CommandTag.DATA_SET_TYPE).orElse(NO_DATA) != NO_DATA;
    }

    private static int u16(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }

    private static void write(ByteArrayOutputStream out, int element, byte[] value) {
        out.write(0);
        out.write(0);
        out.write(element);
        out.write(element >>> 8);
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(value.length >>> shift);
        }
        out.writeBytes(value);
    }

    @Override
    public String toString() {
        return String.format(java.util.Locale.ROOT, "command %04X of %d elements", field(), elements.size());
    }

    /** Collects elements; without a word about data, none follows. */
    public static final class Builder {
        private final TreeMap<Integer, byte[]> elements = new TreeMap<>();

        private Builder() {
            number(CommandTag.DATA_SET_TYPE, NO_DATA);
        }

        public Builder number(int element, int value) {
            elements.put(element, new byte[] {(byte) value, (byte) (value >>> 8)});
            return this;
        }

        public Builder uid(int element, String uid) {
            return padded(element, uid, (byte) 0);
        }

        public Builder text(int element, String text) {
            return padded(element, text, (byte) ' ');
        }

        public Builder withData() {
            return number(CommandTag.DATA_SET_TYPE, 0);
        }

        private Builder padded(int element, String text, byte pad) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            byte[] even = java.util.Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
            if (even.length > bytes.length) {
                even[bytes.length] = pad;
            }
            elements.put(element, even);
            return this;
        }

        public CommandSet build() {
            return new CommandSet(new TreeMap<>(elements));
        }
    }
}
