// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.dicom.Value.Bytes;
import org.wardlight.rendering.dicom.Value.InFile;
import org.wardlight.rendering.dicom.Value.Items;

/**
 * Parses data sets (PS3.5 7): elements, sequences, items. Pixel data of the top level is located, never read. One thread, one
 * object.
 */
final class DataSetParser {
    static final long UNDEFINED = 0xFFFF_FFFFL;
    /** Zeros that are looked through at the end of a file, so that a sparse file of gigabytes does not take minutes. */
    private static final int MOST_ZEROS = 64 * 1024;

    private static final Bytes EMPTY = new Bytes(new byte[0]);

    private final SourceCursor in;
    private final Limits limits;
    private final @Nullable ByteSource inflated;
    private final ElementHeader header = new ElementHeader();
    private int elementCount;
    private long heldBytes;
    private boolean complete = true;
    private @Nullable NativePixelData nativePixels;
    private @Nullable FragmentList fragments;

    DataSetParser(SourceCursor in, Limits limits, @Nullable ByteSource inflated) {
        this.in = in;
        this.limits = limits;
        this.inflated = inflated;
    }

    /** False when the source ends within pixel data, or when what follows it is broken. */
    boolean complete() {
        return complete;
    }

    Optional<NativePixelData> nativePixels() {
        return Optional.ofNullable(nativePixels);
    }

    Optional<FragmentList> fragments() {
        return Optional.ofNullable(fragments);
    }

    /** Parses group 0002 and stops at the first tag of another group (its stated length is not trusted). */
    DataSet parseMeta(boolean implicit) throws IOException {
        Level level = Level.root(implicit, false);
        level.end = in.size();
        while (in.remaining() >= 8 && in.peek16(0, false) == 0x0002) {
            parseElement(level, in.peekTag(0, false));
        }
        return level.toDataSet();
    }

    DataSet parseRoot(boolean implicit, boolean bigEndian) throws IOException {
        Level level = Level.root(implicit, bigEndian);
        level.end = in.size();
        try {
            parseRoot(level);
        } catch (MalformedDicom e) {
            if (!pixelsSeen()) {
                throw e;
            }
            complete = false; // what follows the pixel data is broken; the image and all that describes it are there
        }
        return level.toDataSet();
    }

    private void parseRoot(Level level) throws IOException {
        while (in.remaining() >= 8) {
            int tag = in.peekTag(0, level.bigEndian);
            if (tag == Tag.ITEM_DELIMITATION || tag == Tag.SEQUENCE_DELIMITATION) {
                in.seek(in.position() + 8); // closes nothing: some writers leave one behind
            } else if (tag == Tag.DATA_SET_TRAILING_PADDING) {
                return;
            } else if (tag == 0 && !level.elements.isEmpty()) {
                break;
            } else {
                parseElement(level, tag);
            }
        }
        checkZeros(level);
    }

    /** Zeros may pad a file; anything else that is no element means that something is missing. */
    private void checkZeros(Level level) throws IOException {
        int checked = (int) Math.min(in.remaining(), MOST_ZEROS);
        for (int i = 0; i < checked; i++) {
            if (in.peek(i) != 0) {
                throw malformed(level, "bytes that make no element");
            }
        }
        // Behind the pixel data nothing is missing; before it a long hole may stand where they were.
        complete &= checked == in.remaining() || pixelsSeen();
    }

    private boolean pixelsSeen() {
        return nativePixels != null || fragments != null;
    }

    private void parseElement(Level level, int tag) throws IOException {
        long end = level.end;
        long start = in.position();
        if (++elementCount > limits.elements()) {
            throw new LimitExceeded(
                    "more than " + limits.elements() + " data elements, at " + where(level, tag, start));
        }
        if (tag == Tag.ITEM) {
            throw malformed(level, tag, start, "an item outside of a sequence");
        }
        header.read(in, level, tag, end);
        Vr vr = header.vr;
        long length = header.length;
        boolean bigEndian = header.bigEndian;
        if (level.isRoot() && isPixelData(tag)) {
            locatePixels(level, tag, vr, length, bigEndian);
        } else if (length == UNDEFINED) {
            level.add(new Element(tag, undefinedVr(vr), parseUndefined(level, tag, vr, bigEndian)));
        } else {
            if (length > end - in.position()) {
                throw malformed(
                        level,
                        tag,
                        start,
                        "declares " + length + " bytes, but " + (end - in.position())
                                + (end == in.size() ? " are left in the file" : " are left in its item"));
            }
            level.add(parseDefined(level, tag, vr, length, bigEndian));
        }
    }

    private Vr undefinedVr(Vr vr) throws IOException {
        return hasFragments(vr) ? vr : Vr.SQ;
    }

    private static boolean hasFragments(Vr vr) {
        return vr.kind() == Vr.Kind.UNSIGNED || vr.kind() == Vr.Kind.FLOAT;
    }

    private Value parseUndefined(Level level, int tag, Vr vr, boolean bigEndian) throws IOException {
        if (hasFragments(vr)) {
            // An icon's pixel data, say; the main image is at the top level.
            return FragmentList.read(in, limits, level.end).toValue(in.source());
        }
        boolean implicit = level.implicit || vr == Vr.UN || header.fromUnknown;
        return parseItems(level, tag, level.end, true, implicit, bigEndian);
    }

    private Element parseDefined(Level level, int tag, Vr vr, long length, boolean bigEndian) throws IOException {
        long valueStart = in.position();
        long valueEnd = valueStart + length;
        if (vr == Vr.SQ) {
            return new Element(
                    tag, vr, parseItems(level, tag, valueEnd, false, level.implicit || header.fromUnknown, bigEndian));
        }
        if (vr == Vr.UN && length >= 8 && in.peekTag(0, false) == Tag.ITEM) {
            try {
                return new Element(tag, Vr.SQ, parseItems(level, tag, valueEnd, false, true, false));
            } catch (MalformedDicom e) {
                in.seek(valueStart); // no sequence after all: bytes that begin like one
            }
        }
        return new Element(tag, vr, value(vr, length, bigEndian));
    }

    private Value value(Vr vr, long length, boolean bigEndian) throws IOException {
        if (length == 0) {
            return EMPTY;
        }
        if (length > limits.elementBytes() || heldBytes + length > limits.dataSetBytes()) {
            InFile value = new InFile(in.source(), in.position(), length, bigEndian);
            in.seek(in.position() + length);
            return value;
        }
        heldBytes += length;
        byte[] bytes = in.take((int) length);
        if (bigEndian) {
            Bits.reverseUnits(bytes, vr.unit());
        }
        return new Bytes(bytes);
    }

    private Items parseItems(Level level, int tag, long end, boolean delimited, boolean implicit, boolean bigEndian)
            throws IOException {
        if (level.depth >= limits.depth()) {
            throw new LimitExceeded("sequences nested deeper than " + limits.depth() + ", at " + Tag.format(tag)
                    + " at byte " + in.position());
        }
        List<DataSet> items = new ArrayList<>(1);
        while (delimited || in.position() < end) {
            long start = in.position();
            if (end - start < 8) {
                throw malformed(level, tag, start, "the sequence is not closed where its enclosing data end");
            }
            int itemTag = in.peekTag(0, bigEndian);
            long length = in.peek32(4, bigEndian);
            in.seek(start + 8);
            if (itemTag == Tag.ITEM) {
                Level item = level.item(tag, items.size() + 1, implicit, bigEndian);
                items.add(parseItem(item, length, end));
            } else if (itemTag == Tag.SEQUENCE_DELIMITATION) {
                break;
            } else if (itemTag != Tag.ITEM_DELIMITATION) {
                throw malformed(level, tag, start, "expected an item, found " + Tag.format(itemTag));
            }
        }
        if (!delimited && in.position() < end) {
            in.seek(end); // a delimiter came before the stated length was over
        }
        return new Items(items);
    }

    private DataSet parseItem(Level level, long length, long sequenceEnd) throws IOException {
        boolean delimited = length == UNDEFINED;
        // An item that claims more than its sequence has is cut to it: that its elements then fit exactly is the proof.
        level.end = delimited ? sequenceEnd : Math.min(in.position() + length, sequenceEnd);
        while (delimited || in.position() < level.end) {
            if (level.end - in.position() < 8) {
                throw malformed(level, "the item is not closed where its enclosing data end");
            }
            int tag = in.peekTag(0, level.bigEndian);
            if (tag == Tag.ITEM_DELIMITATION) {
                in.seek(in.position() + 8);
                if (delimited) {
                    break;
                }
            } else if (tag == Tag.SEQUENCE_DELIMITATION && delimited) {
                break; // the item's own delimiter is missing; the sequence's is left for the sequence
            } else {
                parseElement(level, tag);
            }
        }
        return level.toDataSet();
    }

    private static boolean isPixelData(int tag) {
        return tag == Tag.PIXEL_DATA || tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA;
    }

    private void locatePixels(Level level, int tag, Vr vr, long length, boolean bigEndian) throws IOException {
        if (length == UNDEFINED) {
            FragmentList list = FragmentList.read(in, limits, in.size());
            fragments = fragments == null ? list : fragments;
            complete &= list.complete();
            return;
        }
        long available = Math.min(length, in.remaining());
        if (!pixelsSeen()) {
            nativePixels = new NativePixelData(tag, in.position(), length, available, vr, bigEndian, inflated);
        }
        complete &= available == length;
        in.seek(in.position() + available);
    }

    private static String where(Level level, int tag, long offset) {
        return TagPath.of(level.path, tag) + " at byte " + offset;
    }

    private static MalformedDicom malformed(Level level, int tag, long offset, String what) {
        return new MalformedDicom(where(level, tag, offset) + ": " + what);
    }

    private MalformedDicom malformed(Level level, String what) {
        return new MalformedDicom(
                (level.path == null ? "data set" : level.path) + " at byte " + in.position() + ": " + what);
    }
}
