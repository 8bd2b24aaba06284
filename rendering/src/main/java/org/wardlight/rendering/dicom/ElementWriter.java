// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.IOException;
import java.io.OutputStream;
import org.wardlight.rendering.dicom.DicomWriter.SequenceLengths;
import org.wardlight.rendering.dicom.Value.Bytes;
import org.wardlight.rendering.dicom.Value.Fragments;
import org.wardlight.rendering.dicom.Value.Items;
import org.wardlight.rendering.dicom.Value.Raw;
import org.wardlight.rendering.dicom.Value.Text;

/** Writes the elements of a data set in one encoding (PS3.5 7). One thread. */
final class ElementWriter {
    private static final long LONGEST_SHORT = 0xFFFE;
    private static final long LONGEST = 0xFFFF_FFFEL;

    private final OutputStream out;
    private final boolean implicit;
    private final boolean bigEndian;
    private final boolean definedLengths;
    private final RawCopy copy;

    ElementWriter(OutputStream out, TransferSyntax syntax, SequenceLengths lengths) {
        this.out = out;
        this.implicit = syntax.implicit();
        this.bigEndian = syntax.bigEndian();
        this.definedLengths = lengths == SequenceLengths.DEFINED;
        this.copy = new RawCopy(out, bigEndian);
    }

    void write(DataSet data) throws IOException {
        write(data, data.characterSet());
    }

    private void write(DataSet data, CharacterSet characterSet) throws IOException {
        for (Element element : data.elements()) {
            // A group length would have to be counted anew, is retired, and says nothing (PS3.5 7.2).
            boolean groupLength = (element.tag() & 0xFFFF) == 0 && element.tag() >>> 16 > 2;
            if (!groupLength) {
                write(element, characterSet);
            }
        }
    }

    private void write(Element element, CharacterSet characterSet) throws IOException {
        Value value = element.value();
        if (value instanceof Items items) {
            writeSequence(element, items, characterSet);
        } else if (value instanceof Fragments fragments) {
            header(element.tag(), element.vr(), DataSetParser.UNDEFINED);
            writeFragments(fragments);
        } else {
            Raw raw = raw(element, characterSet);
            header(element.tag(), writtenVr(element.vr(), raw.length()), even(raw.length()));
            copy.write(raw, element.vr());
        }
    }

    private void writeSequence(Element element, Items items, CharacterSet characterSet) throws IOException {
        header(element.tag(), Vr.SQ, definedLengths ? contentLength(items, characterSet) : DataSetParser.UNDEFINED);
        for (DataSet item : items.items()) {
            CharacterSet inner = inner(item, characterSet);
            mark(Tag.ITEM, definedLengths ? length(item, inner) : DataSetParser.UNDEFINED);
            write(item, inner);
            if (!definedLengths) {
                mark(Tag.ITEM_DELIMITATION, 0);
            }
        }
        if (!definedLengths) {
            mark(Tag.SEQUENCE_DELIMITATION, 0);
        }
    }

    private void writeFragments(Fragments fragments) throws IOException {
        byte[] table = OffsetTable.of(fragments);
        mark(Tag.ITEM, table.length);
        out.write(table);
        for (Raw fragment : fragments.fragments()) {
            mark(Tag.ITEM, even(fragment.length()));
            copy.write(fragment, Vr.OB);
        }
        mark(Tag.SEQUENCE_DELIMITATION, 0);
    }

    /** A value too long for a 16-bit length goes out as UN (PS3.5 6.2.2). */
    private static Vr writtenVr(Vr vr, long length) {
        return vr.headerLength() == 8 && length > LONGEST_SHORT ? Vr.UN : vr;
    }

    private void header(int tag, Vr vr, long length) throws IOException {
        if (length != DataSetParser.UNDEFINED && length > LONGEST) {
            throw new IllegalArgumentException(
                    Tag.format(tag) + " has " + length + " bytes, more than a length can say");
        }
        if (implicit) {
            mark(tag, length);
            return;
        }
        tag(tag);
        out.write(vr.name().charAt(0));
        out.write(vr.name().charAt(1));
        if (vr.headerLength() == 8) {
            u16((int) length);
        } else {
            u16(0);
            u32(length);
        }
    }

    private void mark(int tag, long length) throws IOException {
        tag(tag);
        u32(length);
    }

    private void tag(int tag) throws IOException {
        u16(tag >>> 16);
        u16(tag & 0xFFFF);
    }

    private void u16(int value) throws IOException {
        out.write(bigEndian ? value >>> 8 : value);
        out.write(bigEndian ? value : value >>> 8);
    }

    private void u32(long value) throws IOException {
        u16((int) (bigEndian ? value >>> 16 : value) & 0xFFFF);
        u16((int) (bigEndian ? value : value >>> 16) & 0xFFFF);
    }

    private long length(DataSet data, CharacterSet characterSet) {
        long sum = 0;
        for (Element element : data.elements()) {
            boolean groupLength = (element.tag() & 0xFFFF) == 0 && element.tag() >>> 16 > 2;
            sum += groupLength ? 0 : length(element, characterSet);
        }
        return sum;
    }

    private long length(Element element, CharacterSet characterSet) {
        if (element.value() instanceof Items items) {
            return headerLength(Vr.SQ) + contentLength(items, characterSet);
        }
        if (element.value() instanceof Fragments fragments) {
            long content = OffsetTable.of(fragments).length + 16;
            for (Raw fragment : fragments.fragments()) {
                content += 8 + even(fragment.length());
            }
            return headerLength(element.vr()) + content;
        }
        long value = raw(element, characterSet).length();
        return headerLength(writtenVr(element.vr(), value)) + even(value);
    }

    private long contentLength(Items items, CharacterSet characterSet) {
        long sum = 0;
        for (DataSet item : items.items()) {
            sum += 8 + length(item, inner(item, characterSet));
        }
        return sum;
    }

    private int headerLength(Vr vr) {
        return implicit ? 8 : vr.headerLength();
    }

    private static Raw raw(Element element, CharacterSet characterSet) {
        return element.value() instanceof Text text
                ? new Bytes(Texts.encode(text.values(), characterSet))
                : (Raw) element.value();
    }

    private static CharacterSet inner(DataSet item, CharacterSet outer) {
        return item.contains(Tag.SPECIFIC_CHARACTER_SET) ? item.characterSet() : outer;
    }

    private static long even(long length) {
        return length + (length & 1);
    }
}
