// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.measure;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/** Gathers the Real World Value Mappings of an object's frames, each table once. One thread. */
final class RealWorldReader {
    /** As many stored values as 16 bits have; tables are of whole numbers only. */
    private static final int MOST_ENTRIES = 1 << 16;

    private final boolean signed;
    private final Map<DataSet, Optional<RealWorldMapping>> known = new IdentityHashMap<>();
    private final Map<String, ValueTable> tables = new TreeMap<>();

    RealWorldReader(boolean signed) {
        this.signed = signed;
    }

    List<RealWorldMapping> of(List<DataSet> items) {
        List<RealWorldMapping> mappings = new ArrayList<>();
        for (DataSet item : items) {
            known.computeIfAbsent(item, this::read).ifPresent(mappings::add);
        }
        return List.copyOf(mappings);
    }

    /** All tables, by the names that {@link RealWorldMapping#table} uses. */
    Map<String, ValueTable> tables() {
        return tables;
    }

    /** Empty for one whose range or rule is missing or contradicts itself. */
    private Optional<RealWorldMapping> read(DataSet item) {
        OptionalDouble first = bound(
                item, Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, Tag.DOUBLE_FLOAT_REAL_WORLD_VALUE_FIRST_VALUE_MAPPED);
        OptionalDouble last = bound(
                item, Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, Tag.DOUBLE_FLOAT_REAL_WORLD_VALUE_LAST_VALUE_MAPPED);
        if (first.isEmpty() || last.isEmpty() || first.getAsDouble() > last.getAsDouble()) {
            return Optional.empty();
        }
        double[] entries = item.decimals(Tag.REAL_WORLD_VALUE_LUT_DATA);
        if (entries.length > 0) {
            boolean fits =
                    entries.length <= MOST_ENTRIES && entries.length == last.getAsDouble() - first.getAsDouble() + 1;
            return fits
                    ? Optional.of(mapping(item, first.getAsDouble(), last.getAsDouble(), null, null, keep(entries)))
                    : Optional.empty();
        }
        OptionalDouble slope = item.decimal(Tag.REAL_WORLD_VALUE_SLOPE);
        OptionalDouble intercept = item.decimal(Tag.REAL_WORLD_VALUE_INTERCEPT);
        return slope.isPresent() && intercept.isPresent()
                ? Optional.of(mapping(
                        item,
                        first.getAsDouble(),
                        last.getAsDouble(),
                        slope.getAsDouble(),
                        intercept.getAsDouble(),
                        null))
                : Optional.empty();
    }

    private static RealWorldMapping mapping(
            DataSet item,
            double first,
            double last,
            @Nullable Double slope,
            @Nullable Double intercept,
            @Nullable String table) {
        DataSet unit = item.item(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE).orElse(DataSet.EMPTY);
        return new RealWorldMapping(
                item.string(Tag.LUT_LABEL).orElse(""),
                text(item, Tag.LUT_EXPLANATION),
                text(unit, Tag.CODE_VALUE),
                text(unit, Tag.CODING_SCHEME_DESIGNATOR),
                text(unit, Tag.CODE_MEANING),
                first,
                last,
                slope,
                intercept,
                table);
    }

    private static @Nullable String text(DataSet data, int tag) {
        return data.string(tag).filter(text -> !text.isBlank()).orElse(null);
    }

    /** The numbers are of the kind that Pixel Representation says, whatever VR they were written with. */
    private OptionalDouble bound(DataSet item, int whole, int floating) {
        var stated = item.integer(whole);
        if (stated.isPresent()) {
            return OptionalDouble.of(signed ? (short) stated.getAsInt() : stated.getAsInt() & 0xFFFF);
        }
        return item.decimal(floating);
    }

    private String keep(double[] entries) {
        ValueTable table = ValueTable.of(entries);
        tables.put(table.id(), table);
        return table.id();
    }
}
