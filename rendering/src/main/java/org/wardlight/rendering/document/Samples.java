// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import java.io.IOException;
import java.util.OptionalInt;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Element;
import org.wardlight.rendering.dicom.Value;
import org.wardlight.rendering.dicom.Vr;

/** Waveform Data (PS3.3 C.10.9.1.1 to 1.7): samples of all channels in turn, read by range. */
final class Samples {
    private final Value.Raw raw;
    private final Vr vr;
    private final int size;
    private final boolean signed;

    private Samples(Value.Raw raw, Vr vr, int size, boolean signed) {
        this.raw = raw;
        this.vr = vr;
        this.size = size;
        this.signed = signed;
    }

    static Samples of(DataSet group, String where) {
        int bits = group.integer(Attribute.WAVEFORM_BITS_ALLOCATED).orElse(16);
        String meaning = group.string(Attribute.WAVEFORM_SAMPLE_INTERPRETATION).orElse(bits == 8 ? "SB" : "SS");
        String expected = switch (meaning) {
            case "SB", "UB" -> "8";
            case "SS", "US" -> "16";
            case "SL", "UL" -> "32";
            case "MB", "AB" -> throw new Unsupported(where + ": samples compressed for sound are not drawn");
            default -> throw new Unsupported(where + ": samples of kind " + meaning + " are not drawn");
        };
        if (!expected.equals(Integer.toString(bits))) {
            throw new MalformedDicom(
                    where + ": samples " + meaning + " have " + bits + " bits (5400,1004), expected " + expected);
        }
        Element data = group.element(Attribute.WAVEFORM_DATA)
                .orElseThrow(() -> new MalformedDicom(where + " has no Waveform Data (5400,1010)"));
        if (!(data.value() instanceof Value.Raw raw)) {
            throw new MalformedDicom(where + ": Waveform Data (5400,1010) is no run of bytes");
        }
        return new Samples(raw, data.vr(), bits / 8, meaning.startsWith("S"));
    }

    /** Samples of all channels together. */
    long count() {
        return raw.length() / size;
    }

    /** Waveform Padding Value has the form of a sample. */
    OptionalInt padding(DataSet group) {
        return group.bytes(Attribute.WAVEFORM_PADDING_VALUE)
                .filter(bytes -> bytes.length >= size)
                .map(bytes -> OptionalInt.of(sample(bytes, 0)))
                .orElse(OptionalInt.empty());
    }

    /** @param first counting samples of all channels */
    int[] read(long first, int count) throws IOException {
        byte[] bytes = new byte[count * size];
        if (raw instanceof Value.Bytes held) {
            System.arraycopy(held.bytes(), Math.toIntExact(first * size), bytes, 0, bytes.length);
        } else if (raw instanceof Value.InFile inFile) {
            readFile(inFile, first * size, bytes);
        } else {
            throw new Unsupported("waveform data that only streams is not drawn");
        }
        int[] samples = new int[count];
        for (int i = 0; i < count; i++) {
            samples[i] = sample(bytes, i * size);
        }
        return samples;
    }

    private void readFile(Value.InFile inFile, long offset, byte[] bytes) throws IOException {
        inFile.source().read(inFile.offset() + offset, bytes, 0, bytes.length);
        int unit = inFile.bigEndian() ? vr.unit() : 1;
        for (int i = 0; unit > 1 && i + unit <= bytes.length; i += unit) {
            for (int k = 0; k < unit / 2; k++) {
                byte kept = bytes[i + k];
                bytes[i + k] = bytes[i + unit - 1 - k];
                bytes[i + unit - 1 - k] = kept;
            }
        }
    }

    private int sample(byte[] bytes, int at) {
        int value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        int shift = 32 - 8 * size;
        return signed ? value << shift >> shift : value;
    }
}
