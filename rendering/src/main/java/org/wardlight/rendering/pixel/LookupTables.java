// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.LookupTable;
import org.wardlight.rendering.codec.Lookups;
import org.wardlight.rendering.codec.Lookups.NoValue;
import org.wardlight.rendering.codec.Lookups.Palette;
import org.wardlight.rendering.codec.Photometric;
import org.wardlight.rendering.colour.ColourProfile;
import org.wardlight.rendering.colour.ColourProfile.Verdict;
import org.wardlight.rendering.colour.ColourProfiles;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/** Reads the lookup tables of an object (PS3.3 C.7.6.3.1.5, C.7.9, C.11.1, C.11.2). */
public final class LookupTables {
    private LookupTables() {}

    /**
     * All tables that a frame needs.
     *
     * @param frame index of the frame, from 0: functional groups may give each its own VOI LUT (PS3.3 C.7.6.16.2.10)
     * @throws MalformedDicom when one that is needed is missing or broken
     */
    public static Lookups of(DataSet data, FrameLayout layout, int frame) {
        boolean signed = layout.signed();
        if (layout.photometric() == Photometric.PALETTE_COLOR) {
            return new Lookups(palette(data, signed), null, null, null, profile(data));
        }
        if (!layout.photometric().grey()) {
            ColourProfile profile = profile(data);
            return profile == null ? Lookups.NONE : new Lookups(null, null, null, null, profile);
        }
        if (layout.floating()) {
            // A Modality LUT has integers for input: floating-point values have none.
            return new Lookups(null, null, voi(data, frame, signed), noValue(data, layout));
        }
        if (ShortTables.modality(data)) {
            // Windows and VOI LUTs are of its output, which is not to be had: the stored values are shown from end to
            // end.
            return new Lookups(null, null, null, layout.deep() ? noValue(data, layout) : null);
        }
        LookupTable modality = data.item(Tag.MODALITY_LUT_SEQUENCE)
                .flatMap(item -> item(item, signed))
                .orElse(null);
        return new Lookups(
                SupplementalPalette.isUsed(data, layout) ? palette(data, signed) : null,
                modality,
                voi(data, frame, signed),
                layout.deep() || modality != null ? noValue(data, layout) : null);
    }

    private static @Nullable ColourProfile profile(DataSet data) {
        return ColourProfiles.of(data)
                .filter(profile -> profile.verdict() == Verdict.CONVERTED)
                .orElse(null);
    }

    private static @Nullable NoValue noValue(DataSet data, FrameLayout layout) {
        if (!layout.floating() && !layout.deep()) {
            return FrameKinds.padding(data, layout)
                    .map(padding -> new NoValue(padding.from(), padding.to()))
                    .orElse(null);
        }
        if (!layout.floating()) {
            return noValue(data, Tag.PIXEL_PADDING_VALUE, Tag.PIXEL_PADDING_RANGE_LIMIT);
        }
        return layout.bitsAllocated() == 64
                ? noValue(data, Tag.DOUBLE_FLOAT_PIXEL_PADDING_VALUE, Tag.DOUBLE_FLOAT_PIXEL_PADDING_RANGE_LIMIT)
                : noValue(data, Tag.FLOAT_PIXEL_PADDING_VALUE, Tag.FLOAT_PIXEL_PADDING_RANGE_LIMIT);
    }

    private static @Nullable NoValue noValue(DataSet data, int valueTag, int limitTag) {
        OptionalDouble value = data.decimal(valueTag);
        if (value.isEmpty()) {
            return null;
        }
        double one = value.getAsDouble();
        double other = data.decimal(limitTag).orElse(one);
        return new NoValue(Math.min(one, other), Math.max(one, other));
    }

    /** What the frame is shown with at first: the first table that is whole. */
    private static @Nullable LookupTable voi(DataSet data, int frame, boolean signed) {
        return FrameAttributes.of(data, frame).macro(Tag.FRAME_VOI_LUT_SEQUENCE).items(Tag.VOI_LUT_SEQUENCE).stream()
                .flatMap(item -> item(item, signed).stream())
                .findFirst()
                .orElse(null);
    }

    /**
     * The table of a sequence's item. An item without descriptor or data is as good as none: it can change nothing. One with fewer
     * entries than its descriptor states has those that are there ({@link ShortTables}).
     */
    public static Optional<LookupTable> item(DataSet item, boolean signed) {
        if (item.integers(Tag.LUT_DESCRIPTOR).length != 3 || !item.contains(Tag.LUT_DATA)) {
            return Optional.empty();
        }
        Descriptor descriptor = Descriptor.of(item, Tag.LUT_DESCRIPTOR, signed);
        char[] entries = present(item, Tag.LUT_DATA, descriptor);
        return entries.length == 0
                ? Optional.empty()
                : Optional.of(new LookupTable(descriptor.first, descriptor.outputBits(entries), entries));
    }

    /** Entries that a table's item states and has; equal when it is whole or there is none. */
    static int[] statedAndPresent(DataSet item) {
        if (item.integers(Tag.LUT_DESCRIPTOR).length != 3 || !item.contains(Tag.LUT_DATA)) {
            return new int[] {0, 0};
        }
        Descriptor descriptor = Descriptor.of(item, Tag.LUT_DESCRIPTOR, false);
        return new int[] {descriptor.count, present(item, Tag.LUT_DATA, descriptor).length};
    }

    /**
     * The palette of an object whose indices are not signed.
     *
     * @throws MalformedDicom when a table is missing or broken
     */
    public static Palette palette(DataSet data) {
        return palette(data, false);
    }

    private static Palette palette(DataSet data, boolean signed) {
        LookupTable red =
                colour(data, signed, Tag.RED_PALETTE_DESCRIPTOR, Tag.RED_PALETTE_DATA, Tag.SEGMENTED_RED_PALETTE_DATA);
        LookupTable green = colour(
                data, signed, Tag.GREEN_PALETTE_DESCRIPTOR, Tag.GREEN_PALETTE_DATA, Tag.SEGMENTED_GREEN_PALETTE_DATA);
        LookupTable blue = colour(
                data, signed, Tag.BLUE_PALETTE_DESCRIPTOR, Tag.BLUE_PALETTE_DATA, Tag.SEGMENTED_BLUE_PALETTE_DATA);
        // Tables said to have 16 bits of which none goes above 255 would be black throughout: they have eight.
        boolean eight = maximum(red) < 256 && maximum(green) < 256 && maximum(blue) < 256;
        return eight ? new Palette(narrow(red), narrow(green), narrow(blue)) : new Palette(red, green, blue);
    }

    private static int maximum(LookupTable table) {
        int maximum = 0;
        for (char entry : table.entries()) {
            maximum = Math.max(maximum, entry);
        }
        return maximum;
    }

    private static LookupTable narrow(LookupTable table) {
        return new LookupTable(table.first(), 8, table.entries());
    }

    private static LookupTable colour(DataSet data, boolean signed, int descriptorTag, int dataTag, int segmentedTag) {
        Descriptor descriptor = Descriptor.of(data, descriptorTag, signed);
        if (!data.contains(dataTag) && data.contains(segmentedTag)) {
            char[] words = words(bytes(data, segmentedTag), descriptor.bits == 8 ? 1 : 2);
            char[] expanded = SegmentedPalette.expand(words, descriptor.count, Tag.format(segmentedTag));
            return new LookupTable(descriptor.first, descriptor.bits == 8 ? 8 : 16, expanded);
        }
        char[] entries = entries(data, dataTag, descriptor);
        boolean wordsAboveByte = descriptor.bits > 8 || maximum(new LookupTable(0, 16, entries)) > 255;
        return new LookupTable(descriptor.first, wordsAboveByte ? 16 : 8, entries);
    }

    private static byte[] bytes(DataSet data, int tag) {
        return data.bytes(tag)
                .orElseThrow(() -> new MalformedDicom("the lookup table data " + Tag.format(tag) + " is missing"));
    }

    /** All entries that the descriptor states. */
    private static char[] entries(DataSet data, int tag, Descriptor descriptor) {
        char[] entries = present(data, tag, descriptor);
        if (entries.length < descriptor.count) {
            throw new MalformedDicom("the lookup table data " + Tag.format(tag) + " has " + bytes(data, tag).length
                    + " bytes for " + descriptor.count + " entries");
        }
        return entries;
    }

    /**
     * The entries that are there, at most those stated. One or two bytes each: what the length of the data says, whatever the descriptor
     * states; only of data that is too short for one and too long for the other the descriptor's bits decide.
     */
    private static char[] present(DataSet data, int tag, Descriptor descriptor) {
        byte[] bytes = bytes(data, tag);
        int padded = descriptor.count + descriptor.count % 2;
        boolean narrow = bytes.length == descriptor.count || bytes.length == padded || descriptor.bits <= 8;
        int width = bytes.length >= 2L * descriptor.count || !narrow ? 2 : 1;
        return java.util.Arrays.copyOf(words(bytes, width), Math.min(bytes.length / width, descriptor.count));
    }

    private static char[] words(byte[] bytes, int width) {
        char[] out = new char[bytes.length / width];
        for (int i = 0; i < out.length; i++) {
            int low = bytes[i * width] & 0xFF;
            out[i] = (char) (width == 1 ? low : low | (bytes[2 * i + 1] & 0xFF) << 8);
        }
        return out;
    }

    /** Three values: entries (0 means 65,536), first input, bits. The first and third are always unsigned (C.11.1.1). */
    private record Descriptor(int count, int first, int bits) {
        static Descriptor of(DataSet data, int tag, boolean signedPixels) {
            int[] values = data.integers(tag);
            if (values.length != 3) {
                throw new MalformedDicom(
                        "the lookup table descriptor " + Tag.format(tag) + " is missing or has not three values");
            }
            int count = values[0] & 0xFFFF;
            int first = signedPixels || values[1] < 0 ? (short) values[1] : values[1] & 0xFFFF;
            return new Descriptor(count == 0 ? 65536 : count, first, values[2] & 0xFFFF);
        }

        /** The stated bits, unless an entry needs more or they are none that a table can have. */
        int outputBits(char[] entries) {
            int maximum = 0;
            for (char entry : entries) {
                maximum = Math.max(maximum, entry);
            }
            int needed = 32 - Integer.numberOfLeadingZeros(maximum);
            return Math.max(bits >= 8 && bits <= 16 ? bits : 8, needed);
        }
    }
}
