// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.wardlight.rendering.dicom.Vr;

/** Binary numbers of a value, little endian, to JSON and back. */
final class BinaryNumbers {
    private static final long EXACT = 1L << 53;

    private BinaryNumbers() {}

    static List<JsonValue> toJson(Vr vr, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<JsonValue> values = new ArrayList<>();
        while (buffer.remaining() >= size(vr)) {
            values.add(next(vr, buffer));
        }
        return values;
    }

    private static JsonValue next(Vr vr, ByteBuffer buffer) {
        return switch (vr) {
            case AT -> JsonValue.text("%04X%04X".formatted(buffer.getShort() & 0xFFFF, buffer.getShort() & 0xFFFF));
            case FL -> real(Float.toString(buffer.getFloat()));
            case FD -> real(Double.toString(buffer.getDouble()));
            case US -> whole(buffer.getShort() & 0xFFFF);
            case SS -> whole(buffer.getShort());
            case UL -> whole(buffer.getInt() & 0xFFFF_FFFFL);
            case SL -> whole(buffer.getInt());
            case UV -> unsigned(buffer.getLong());
            case SV -> whole(buffer.getLong());
            default -> throw new IllegalArgumentException(vr + " holds no numbers");
        };
    }

    private static JsonValue real(String text) {
        boolean finite = !text.endsWith("N") && !text.endsWith("y");
        return finite ? JsonValue.number(text) : JsonValue.text(text);
    }

    private static JsonValue whole(long value) {
        String text = Long.toString(value);
        return value >= -EXACT && value <= EXACT ? JsonValue.number(text) : JsonValue.text(text);
    }

    private static JsonValue unsigned(long value) {
        return value >= 0 ? whole(value) : JsonValue.text(Long.toUnsignedString(value));
    }

    /**
     * The bytes of numbers.
     *
     * @throws NumberFormatException when a text is no number, or not one that the VR holds
     */
    static byte[] toBytes(Vr vr, List<String> values) {
        ByteBuffer buffer =
                ByteBuffer.allocate(Math.multiplyExact(size(vr), values.size())).order(ByteOrder.LITTLE_ENDIAN);
        values.forEach(value -> put(vr, value, buffer));
        return buffer.array();
    }

    private static void put(Vr vr, String value, ByteBuffer buffer) {
        switch (vr) {
            case AT -> {
                int tag = tag(value);
                buffer.putShort((short) (tag >>> 16)).putShort((short) tag);
            }
            case FL -> buffer.putFloat(Float.parseFloat(special(value)));
            case FD -> buffer.putDouble(Double.parseDouble(special(value)));
            default -> putWhole(vr, whole(value), buffer);
        }
    }

    private static void putWhole(Vr vr, BigInteger value, ByteBuffer buffer) {
        int bits = 8 * vr.unit();
        boolean signed = vr.kind() == Vr.Kind.SIGNED;
        boolean fits = signed ? value.bitLength() < bits : value.signum() >= 0 && value.bitLength() <= bits;
        if (!fits) {
            throw new NumberFormatException("out of range");
        }
        switch (vr.unit()) {
            case 2 -> buffer.putShort(value.shortValue());
            case 4 -> buffer.putInt(value.intValue());
            default -> buffer.putLong(value.longValue());
        }
    }

    private static BigInteger whole(String value) {
        if (!value.matches("[+-]?\\d{1,20}(\\.\\d{1,20})?([eE][+-]?\\d{1,2})?")) {
            throw new NumberFormatException("no whole number");
        }
        try {
            return new BigDecimal(value).toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new NumberFormatException("no whole number");
        }
    }

    private static int tag(String value) {
        if (!value.matches("[0-9A-Fa-f]{8}")) {
            throw new NumberFormatException("no tag");
        }
        return Integer.parseUnsignedInt(value, 16);
    }

    /** Others write the infinities in other ways. */
    private static String special(String value) {
        return switch (value) {
            case "inf", "INF", "+Infinity" -> "Infinity";
            case "-inf", "-INF" -> "-Infinity";
            case "nan", "" -> "NaN";
            default -> value;
        };
    }

    private static int size(Vr vr) {
        return vr == Vr.AT ? 4 : vr.unit();
    }
}
