// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.wardlight.rendering.dicom.Value.Bytes;
import org.wardlight.rendering.dicom.Value.Fragments;
import org.wardlight.rendering.dicom.Value.Items;
import org.wardlight.rendering.dicom.Value.Text;

/**
 * Collects the elements of a {@link DataSet}; setting a tag again replaces it. Where no VR is given, the dictionary's is taken, and
 * a tag that it does not know is refused. One thread.
 */
public final class DataSetBuilder {
    private final TreeMap<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);
    private final CharacterSet inherited;

    DataSetBuilder(CharacterSet inherited) {
        this.inherited = inherited;
    }

    public DataSetBuilder put(Element element) {
        elements.put(element.tag(), element);
        return this;
    }

    public DataSetBuilder putAll(DataSet other) {
        other.elements().forEach(this::put);
        return this;
    }

    public DataSetBuilder remove(int tag) {
        elements.remove(tag);
        return this;
    }

    /** Text values; none makes an empty element. */
    public DataSetBuilder string(int tag, String... values) {
        return string(tag, Dictionary.require(tag), values);
    }

    /** As above with a VR, which must be one of text. */
    public DataSetBuilder string(int tag, Vr vr, String... values) {
        if (!vr.isText()) {
            throw new IllegalArgumentException(Tag.format(tag) + " has VR " + vr + ", which holds no text");
        }
        return put(new Element(tag, vr, new Text(List.of(values))));
    }

    /** Whole numbers, binary or as text by the VR; where the standard says US or SS, SS when one is negative. */
    public DataSetBuilder integer(int tag, int... values) {
        Vr vr = Dictionary.require(tag);
        boolean negative = IntStream.of(values).anyMatch(value -> value < 0);
        return integer(tag, vr == Vr.US && negative && Dictionary.isUnsignedOrSigned(tag) ? Vr.SS : vr, values);
    }

    public DataSetBuilder integer(int tag, Vr vr, int... values) {
        if (vr.isText()) {
            return string(
                    tag, vr, IntStream.of(values).mapToObj(Integer::toString).toArray(String[]::new));
        }
        if (vr.kind() == Vr.Kind.FLOAT) {
            return decimal(tag, vr, IntStream.of(values).asDoubleStream().toArray());
        }
        int size = vr.kind() == Vr.Kind.TAG ? 4 : vr.unit();
        return put(tag, vr, size, values.length, (buffer, i) -> putInteger(buffer, vr, values[i]));
    }

    /** Numbers: DS of at most 16 characters, FL, FD, or whole numbers by the VR. */
    public DataSetBuilder decimal(int tag, double... values) {
        return decimal(tag, Dictionary.require(tag), values);
    }

    public DataSetBuilder decimal(int tag, Vr vr, double... values) {
        if (vr.isText()) {
            String[] texts = new String[values.length];
            for (int i = 0; i < values.length; i++) {
                texts[i] = decimalString(values[i]);
            }
            return string(tag, vr, texts);
        }
        if (vr.kind() != Vr.Kind.FLOAT) {
            return integer(
                    tag,
                    vr,
                    IntStream.range(0, values.length)
                            .map(i -> Math.toIntExact(Math.round(values[i])))
                            .toArray());
        }
        return put(tag, vr, vr.unit(), values.length, (buffer, i) -> {
            if (vr.unit() == 4) {
                buffer.putFloat((float) values[i]);
            } else {
                buffer.putDouble(values[i]);
            }
        });
    }

    /** Bytes as they are, numbers in little endian; the array is taken over. */
    public DataSetBuilder bytes(int tag, Vr vr, byte[] bytes) {
        return put(new Element(tag, vr, new Bytes(bytes)));
    }

    public DataSetBuilder items(int tag, DataSet... items) {
        return items(tag, List.of(items));
    }

    public DataSetBuilder items(int tag, List<DataSet> items) {
        return put(new Element(tag, Vr.SQ, new Items(items)));
    }

    /** Encapsulated Pixel Data, one fragment a frame, with a Basic Offset Table. */
    public DataSetBuilder frames(List<byte[]> codestreams) {
        return put(new Element(Tag.PIXEL_DATA, Vr.OB, Fragments.ofFrames(codestreams)));
    }

    public DataSet build() {
        Element[] sorted = elements.values().toArray(Element[]::new);
        Element charset = elements.get(Tag.SPECIFIC_CHARACTER_SET);
        CharacterSet own = charset == null ? inherited : CharacterSet.of(TextValues.of(charset, CharacterSet.DEFAULT));
        return new DataSet(sorted, own);
    }

    /** A Decimal String holds 16 characters at most (PS3.5 6.2): digits are given up, never the magnitude. */
    static String decimalString(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a decimal string cannot hold " + value);
        }
        String exact = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        for (int digits = 16; exact.length() > 16; digits--) {
            BigDecimal rounded = BigDecimal.valueOf(value)
                    .round(new java.math.MathContext(digits))
                    .stripTrailingZeros();
            String plain = rounded.toPlainString();
            String scientific = rounded.toString();
            exact = plain.length() <= 16 ? plain : scientific;
        }
        return exact;
    }

    private DataSetBuilder put(int tag, Vr vr, int size, int count, ObjIntConsumer<ByteBuffer> writer) {
        ByteBuffer buffer = ByteBuffer.allocate(size * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            writer.accept(buffer, i);
        }
        return bytes(tag, vr, buffer.array());
    }

    private static void putInteger(ByteBuffer buffer, Vr vr, int value) {
        switch (vr.kind() == Vr.Kind.TAG ? 0 : vr.unit()) {
            case 0 -> buffer.putShort((short) (value >>> 16)).putShort((short) value);
            case 1 -> buffer.put((byte) value);
            case 2 -> buffer.putShort((short) value);
            case 4 -> buffer.putInt(value);
            default -> buffer.putLong(value);
        }
    }
}
