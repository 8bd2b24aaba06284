// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.wardlight.rendering.dicom.Value.Bytes;
import org.wardlight.rendering.dicom.Value.Items;

/**
 * Data elements sorted by tag, and the character set their text is in. Immutable, thread-safe. Asking never throws: what is absent,
 * empty or unreadable is empty. Text that was left in the file because it is longer than {@link Limits#elementBytes} counts as
 * unreadable here; {@link #element} has it.
 */
public final class DataSet {
    public static final DataSet EMPTY = new DataSet(new Element[0], CharacterSet.DEFAULT);

    private final Element[] elements;
    private final CharacterSet characterSet;

    /** Takes over an array that is sorted by unsigned tag and has no tag twice. */
    DataSet(Element[] sorted, CharacterSet characterSet) {
        this.elements = sorted;
        this.characterSet = characterSet;
    }

    public static DataSetBuilder builder() {
        return new DataSetBuilder(CharacterSet.DEFAULT);
    }

    /** A builder that begins with what is here. */
    public DataSetBuilder toBuilder() {
        return new DataSetBuilder(characterSet).putAll(this);
    }

    /** All elements, by ascending unsigned tag. */
    public List<Element> elements() {
        return List.of(elements);
    }

    public boolean isEmpty() {
        return elements.length == 0;
    }

    public boolean contains(int tag) {
        return indexOf(tag) >= 0;
    }

    public Optional<Element> element(int tag) {
        int index = indexOf(tag);
        return index < 0 ? Optional.empty() : Optional.of(elements[index]);
    }

    /** The first value as text, without the blanks that pad it; numbers are written out. A value of blanks is empty. */
    public Optional<String> string(int tag) {
        return strings(tag).stream().findFirst().filter(text -> !text.isEmpty());
    }

    /** All values as text, without padding; a value between others may be the empty string. */
    public List<String> strings(int tag) {
        return element(tag).map(element -> TextValues.of(element, characterSet)).orElse(List.of());
    }

    /** The first value, when it is a whole number in range of an int; decimals such as {@code 1.0} count. */
    public OptionalInt integer(int tag) {
        OptionalLong value = longInteger(tag);
        return value.isPresent() && value.getAsLong() == (int) value.getAsLong()
                ? OptionalInt.of((int) value.getAsLong())
                : OptionalInt.empty();
    }

    /** The first value as a 64-bit whole number. */
    public OptionalLong longInteger(int tag) {
        return element(tag).map(NumberValues::first).orElse(OptionalLong.empty());
    }

    /** All values; empty as soon as one is no whole number in range of an int, so that none takes another's place. */
    public int[] integers(int tag) {
        long[] values = longs(tag);
        return Arrays.stream(values).allMatch(value -> value == (int) value)
                ? Arrays.stream(values).mapToInt(value -> (int) value).toArray()
                : new int[0];
    }

    /** As {@link #integers}, in 64 bits. */
    public long[] longs(int tag) {
        return element(tag).map(NumberValues::longs).orElseGet(() -> new long[0]);
    }

    /** The first value, when it is a finite number. */
    public OptionalDouble decimal(int tag) {
        return element(tag).map(NumberValues::firstDouble).orElse(OptionalDouble.empty());
    }

    /** All values; empty as soon as one is not a finite number. Blank values at the end are left out. */
    public double[] decimals(int tag) {
        return element(tag).map(NumberValues::doubles).orElseGet(() -> new double[0]);
    }

    /** The items of a sequence; empty when it is absent, empty or no sequence. */
    public List<DataSet> items(int tag) {
        return element(tag)
                .map(Element::value)
                .filter(Items.class::isInstance)
                .map(value -> ((Items) value).items())
                .orElse(List.of());
    }

    /** The first item of a sequence. */
    public Optional<DataSet> item(int tag) {
        return items(tag).stream().findFirst();
    }

    /** The bytes of a value that is in memory, numbers in little endian; a fresh copy. */
    public Optional<byte[]> bytes(int tag) {
        return element(tag)
                .map(Element::value)
                .filter(Bytes.class::isInstance)
                .map(value -> ((Bytes) value).bytes().clone());
    }

    /** The first person's name; empty when all its groups are. */
    public Optional<PersonName> personName(int tag) {
        return string(tag).map(PersonName::parse).filter(name -> !name.best().isEmpty());
    }

    /**
     * The tag at which a private creator keeps an element (PS3.5 7.8.1).
     *
     * @param group odd group number
     * @param element last two hexadecimal digits of the element number
     */
    public OptionalInt privateTag(String creator, int group, int element) {
        for (int block = 0x10; block <= 0xFF; block++) {
            if (string(group << 16 | block).filter(creator::equals).isPresent()) {
                return OptionalInt.of(group << 16 | block << 8 | (element & 0xFF));
            }
        }
        return OptionalInt.empty();
    }

    CharacterSet characterSet() {
        return characterSet;
    }

    private int indexOf(int tag) {
        int low = 0;
        int high = elements.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compareUnsigned(elements[middle].tag(), tag);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** Equal elements in equal order; text set by a builder differs from the same text as bytes. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DataSet that && Arrays.equals(elements, that.elements);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(elements);
    }

    @Override
    public String toString() {
        return elements.length + " elements";
    }
}
