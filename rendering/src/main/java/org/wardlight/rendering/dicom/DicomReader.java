// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/** Reads DICOM objects: Part 10 files, and data sets that come without preamble or meta header (PS3.10 7). Thread-safe. */
public final class DicomReader {
    private DicomReader() {}

    /**
     * Reads an object's header; pixel data is located, not read, and values above {@link Limits#elementBytes} stay where they are. The
     * source stays open and belongs to the caller.
     *
     * @throws MalformedDicom when this is no DICOM (in words: what it is instead), or its header breaks the standard
     * @throws org.wardlight.rendering.RenderingException.LimitExceeded when the header asks for more than the limits allow
     * @throws IOException from the source, as it is
     */
    public static DicomObject read(ByteSource source, Limits limits) throws IOException {
        try {
            return readObject(source, limits);
        } catch (EOFException e) {
            throw new MalformedDicom("the file ends within its header, at byte " + source.size());
        }
    }

    /**
     * Whether a file is DICOM beyond doubt: DICM stands at byte 128, or it begins with two elements of a meta group or data set, the
     * second of which is known and behind the first. {@link #read} is not so strict.
     */
    public static boolean recognises(ByteSource source) throws IOException {
        return Opening.proves(new SourceCursor(source));
    }

    /**
     * Where the data set of a file begins, past preamble and meta group.
     *
     * @throws MalformedDicom when this is no DICOM
     */
    public static long dataSetOffset(ByteSource source, Limits limits) throws IOException {
        SourceCursor in = new SourceCursor(source);
        in.seek(Opening.start(in));
        if (in.remaining() >= 8 && in.peek16(0, false) == 0x0002) {
            new DataSetParser(in, limits, null)
                    .parseMeta(Vr.of(in.peek(4), in.peek(5)).isEmpty());
        }
        return in.position();
    }

    /**
     * Reads a data set that comes without a file around it, as in a message (PS3.7), in a native syntax.
     *
     * @throws MalformedDicom when the bytes are none
     */
    public static DataSet readDataSet(byte[] bytes, TransferSyntax syntax, Limits limits) throws IOException {
        if (bytes.length == 0) {
            return DataSet.EMPTY;
        }
        try {
            SourceCursor in = new SourceCursor(new MemoryByteSource(bytes));
            return new DataSetParser(in, limits, null).parseRoot(syntax.implicit(), syntax.bigEndian());
        } catch (EOFException e) {
            throw new MalformedDicom("the data set ends within an element, at byte " + bytes.length);
        }
    }

    private static DicomObject readObject(ByteSource source, Limits limits) throws IOException {
        SourceCursor in = new SourceCursor(source);
        DataSet meta = DataSet.EMPTY;
        long start = Opening.start(in);
        in.seek(start);
        if (in.remaining() >= 8 && in.peek16(0, false) == 0x0002) {
            boolean implicit = Vr.of(in.peek(4), in.peek(5)).isEmpty();
            meta = new DataSetParser(in, limits, null).parseMeta(implicit);
        }
        if (in.remaining() < 8) {
            throw new MalformedDicom("the file ends at byte " + source.size() + " before any data set begins");
        }
        Optional<TransferSyntax> declared = meta.string(Tag.TRANSFER_SYNTAX_UID).map(TransferSyntax::of);
        TransferSyntax syntax = SyntaxProof.of(in, declared);
        if (!syntax.deflated()) {
            return readDataSet(in, meta, syntax, limits, null);
        }
        ByteSource inflated = Inflating.inflate(source, in.position(), limits);
        return readDataSet(new SourceCursor(inflated), meta, syntax, limits, inflated);
    }

    private static DicomObject readDataSet(
            SourceCursor in, DataSet meta, TransferSyntax syntax, Limits limits, @Nullable ByteSource inflated)
            throws IOException {
        DataSetParser parser = new DataSetParser(in, limits, inflated);
        DataSet data = parser.parseRoot(syntax.implicit(), syntax.bigEndian());
        if (parser.fragments().isPresent()) {
            return encapsulated(in, meta, data, syntax, parser.fragments().get(), limits, inflated);
        }
        Optional<NativePixelData> pixels = parser.nativePixels();
        TransferSyntax proven =
                pixels.map(plain -> SyntaxProof.ofPixels(syntax, plain, data)).orElse(syntax);
        return new DicomObject(meta, data, proven, pixels.map(PixelData.class::cast), parser.complete(), in.source());
    }

    private static DicomObject encapsulated(
            SourceCursor in,
            DataSet meta,
            DataSet data,
            TransferSyntax syntax,
            FragmentList fragments,
            Limits limits,
            @Nullable ByteSource inflated)
            throws IOException {
        TransferSyntax proven = CodestreamProof.of(syntax, fragments, data, in.source());
        FrameMap map = FrameMap.of(fragments, data, proven, in.source(), limits);
        PixelData pixels = new EncapsulatedPixelData(fragments, map, in.size(), inflated);
        // Only the delimiter is missing when the last frame has its end marker: nothing was lost then.
        int stated = Math.max(1, data.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
        boolean complete =
                fragments.complete() || (map.frames() == stated && CodestreamMarks.endLast(fragments, in.source()));
        return new DicomObject(meta, data, proven, Optional.of(pixels), complete, in.source());
    }
}
