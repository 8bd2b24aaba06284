// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Element;
import org.wardlight.rendering.dicom.FrameShape;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.MemoryByteSource;
import org.wardlight.rendering.dicom.NativePixelData;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;
import org.wardlight.rendering.dicom.Value;
import org.wardlight.rendering.dicom.Value.Bytes;
import org.wardlight.rendering.dicom.Value.InFile;
import org.wardlight.rendering.dicom.Value.Items;

/** Objects written and read again, and where two of them differ. */
final class Copies {
    private Copies() {}

    static DicomObject read(byte[] file) throws IOException {
        return DicomReader.read(new MemoryByteSource(file), Limits.STANDARD);
    }

    static byte[] written(DicomObject object) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(object, out);
        return out.toByteArray();
    }

    /** The object in another syntax in which pixels are plain. */
    static byte[] written(DicomObject object, TransferSyntax syntax) throws IOException {
        DataSet data = object.data();
        if (object.pixelData().isPresent() && object.pixelData().get() instanceof NativePixelData pixels) {
            InFile value = new InFile(object.source(), pixels.offset(), pixels.available(), pixels.bigEndian());
            data = data.toBuilder()
                    .put(new Element(pixels.tag(), pixels.vr(), value))
                    .build();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(data, syntax, out);
        return out.toByteArray();
    }

    /** The first difference in words; empty when there is none. Group lengths are not written again (PS3.5 7.2). */
    static String difference(DicomObject one, DicomObject other) throws IOException {
        String data = difference(one.data(), other.data());
        return data.isEmpty() ? pixels(one, other) : data;
    }

    private static String difference(DataSet one, DataSet other) throws IOException {
        List<Element> left = elements(one);
        List<Element> right = elements(other);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            String difference = difference(left.get(i), right.get(i));
            if (!difference.isEmpty()) {
                return difference;
            }
        }
        return left.size() == right.size() ? "" : left.size() + " elements became " + right.size();
    }

    private static List<Element> elements(DataSet data) {
        return data.elements().stream()
                .filter(element -> (element.tag() & 0xFFFF) != 0)
                .toList();
    }

    private static String difference(Element one, Element other) throws IOException {
        String name = "%08X".formatted(one.tag());
        if (one.tag() != other.tag()) {
            return name + " became %08X".formatted(other.tag());
        }
        if (one.value() instanceof Items items && other.value() instanceof Items others) {
            if (items.items().size() != others.items().size()) {
                return name + " has another number of items";
            }
            for (int i = 0; i < items.items().size(); i++) {
                String inner = difference(items.items().get(i), others.items().get(i));
                if (!inner.isEmpty()) {
                    return name + "[" + (i + 1) + "]." + inner;
                }
            }
            return "";
        }
        byte[] left = bytes(one.value());
        byte[] right = bytes(other.value());
        boolean padded = right.length == left.length + 1 && left.length % 2 == 1;
        return Arrays.equals(left, padded ? Arrays.copyOf(right, left.length) : right) ? "" : name + " has other bytes";
    }

    private static byte[] bytes(Value value) throws IOException {
        if (value instanceof Bytes bytes) {
            return bytes.bytes();
        }
        if (value instanceof InFile inFile) {
            byte[] bytes = new byte[Math.toIntExact(Math.min(inFile.length(), 64 << 20))];
            inFile.source().read(inFile.offset(), bytes, 0, bytes.length);
            return bytes;
        }
        if (value instanceof Value.Fragments fragments) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (Value.Raw fragment : fragments.fragments()) {
                out.writeBytes(bytes(fragment));
            }
            return out.toByteArray();
        }
        throw new IllegalArgumentException("a value that no reader makes");
    }

    private static String pixels(DicomObject one, DicomObject other) throws IOException {
        if (one.pixelData().isPresent() != other.pixelData().isPresent()) {
            return "pixel data came or went";
        }
        if (one.pixelData().isEmpty() || one.data().integer(Tag.ROWS).orElse(0) < 1) {
            return "";
        }
        FrameShape shape = FrameShape.of(one.data());
        int frames = one.pixelData().get().frames(shape);
        if (frames != other.pixelData().get().frames(shape)) {
            return frames + " frames became another number";
        }
        for (int frame = 0; frame < frames; frame = frame == frames - 1 ? frames : frames - 1) {
            byte[] left = frame(one, frame, shape);
            byte[] right = frame(other, frame, shape);
            if (!Arrays.equals(left, right) && !paddedOnly(left, right)) {
                return "frame " + (frame + 1) + " has other bytes";
            }
        }
        return "";
    }

    /** Empty where the frame is broken: it must then be so in both. */
    private static byte[] frame(DicomObject object, int frame, FrameShape shape) throws IOException {
        try {
            return object.pixelData().orElseThrow().frame(object.source(), frame, shape, Limits.STANDARD);
        } catch (RenderingException broken) {
            return new byte[0];
        }
    }

    private static boolean paddedOnly(byte[] left, byte[] right) {
        return left.length % 2 == 1
                && right.length == left.length + 1
                && Arrays.equals(left, Arrays.copyOf(right, left.length));
    }
}
