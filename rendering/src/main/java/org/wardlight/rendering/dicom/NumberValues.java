// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.wardlight.rendering.dicom.Value.Bytes;

/** Element values as numbers: binary ones by VR, text by what it says. */
final class NumberValues {
    private static final int LONGEST_NUMBER = 64;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private NumberValues() {}

    static OptionalLong first(Element element) {
        long[] values = isText(element) ? firstOf(element) : longs(element);
        return values.length == 0 ? OptionalLong.empty() : OptionalLong.of(values[0]);
    }

    static OptionalDouble firstDouble(Element element) {
        if (isText(element)) {
            List<String> texts = TextValues.of(element, CharacterSet.DEFAULT);
            double value = texts.isEmpty() ? Double.NaN : parse(texts.get(0));
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        }
        double[] values = doubles(element);
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[0]);
    }

    static long[] longs(Element element) {
        if (isText(element) || element.vr().kind() == Vr.Kind.FLOAT) {
            double[] values = doubles(element);
            boolean whole =
                    Arrays.stream(values).allMatch(value -> value == Math.rint(value) && Math.abs(value) < 0x1p53);
            return whole
                    ? Arrays.stream(values).mapToLong(value -> (long) value).toArray()
                    : new long[0];
        }
        return element.value() instanceof Bytes bytes ? binary(element.vr(), bytes.bytes()) : new long[0];
    }

    static double[] doubles(Element element) {
        if (isText(element)) {
            return texts(TextValues.of(element, CharacterSet.DEFAULT));
        }
        if (element.vr().kind() != Vr.Kind.FLOAT) {
            return Arrays.stream(longs(element)).asDoubleStream().toArray();
        }
        if (!(element.value() instanceof Bytes bytes)) {
            return new double[0];
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        int unit = element.vr().unit();
        double[] values = new double[bytes.bytes().length / unit];
        for (int i = 0; i < values.length; i++) {
            values[i] = unit == 4 ? buffer.getFloat() : buffer.getDouble();
        }
        return Arrays.stream(values).allMatch(Double::isFinite) ? values : new double[0];
    }

    private static boolean isText(Element element) {
        return element.vr().isText() || element.vr() == Vr.UN || element.value() instanceof Value.Text;
    }

    private static long[] firstOf(Element element) {
        OptionalDouble value = firstDouble(element);
        boolean whole = value.isPresent() && value.getAsDouble() == Math.rint(value.getAsDouble());
        return whole && Math.abs(value.getAsDouble()) < 0x1p53 ? new long[] {(long) value.getAsDouble()} : new long[0];
    }

    private static double[] texts(List<String> texts) {
        int count = texts.size();
        while (count > 0 && texts.get(count - 1).isBlank()) {
            count--;
        }
        double[] values =
                texts.stream().limit(count).mapToDouble(NumberValues::parse).toArray();
        return Arrays.stream(values).allMatch(Double::isFinite) ? values : new double[0];
    }

    /** NaN when the text is no number. The pattern comes first: Java would also take "NaN", "1f" and hexadecimal. */
    private static double parse(String text) {
        String number = TextValues.stripEnd(text).strip();
        return number.length() <= LONGEST_NUMBER && NUMBER.matcher(number).matches()
                ? Double.parseDouble(number)
                : Double.NaN;
    }

    private static long[] binary(Vr vr, byte[] bytes) {
        boolean signed = vr.kind() == Vr.Kind.SIGNED;
        int unit = vr.kind() == Vr.Kind.TAG ? 4 : vr.unit();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long[] values = new long[bytes.length / unit];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (vr.kind() == Vr.Kind.TAG ? 0 : unit) {
                case 0 -> (long) (buffer.getShort() & 0xFFFF) << 16 | buffer.getShort() & 0xFFFF;
                case 1 -> buffer.get() & 0xFF;
                case 2 -> signed ? buffer.getShort() : buffer.getShort() & 0xFFFF;
                case 4 -> signed ? buffer.getInt() : buffer.getInt() & 0xFFFF_FFFFL;
                default -> buffer.getLong();
            };
        }
        return values;
    }
}
