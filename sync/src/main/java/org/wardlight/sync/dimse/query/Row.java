// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse.query;

import java.util.Optional;
import java.util.function.Supplier;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Element;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Value;
import org.wardlight.rendering.dicom.Vr;
import org.wardlight.sync.dimse.message.QueryTag;

/** Something that a query may find: attributes of the catalog, and when others are asked for, those of an object's header. One thread. */
final class Row {
    private final DataSet known;
    private final Supplier<DataSet> header;
    private Optional<DataSet> read = Optional.empty();

    Row(DataSet known, Supplier<DataSet> header) {
        this.known = known;
        this.header = header;
    }

    boolean matches(DataSet keys, boolean fuzzy) {
        return keys.elements().stream()
                .filter(key -> !isAboutTheQuery(key.tag()))
                .allMatch(key ->
                        Matching.isUniversal(key, keys) || Matching.matches(key, keys, source(key.tag()), fuzzy));
    }

    /** The asked attributes; what is not known of them is empty. */
    DataSet answer(DataSet keys) {
        DataSetBuilder answer = DataSet.builder();
        for (Element key : keys.elements()) {
            // The offset of an object's own times is told where it has one; as a key it is about the times of the
            // query.
            boolean offset = key.tag() == QueryTag.TIMEZONE_OFFSET
                    && source(key.tag()).string(key.tag()).isPresent();
            if (offset || !isAboutTheQuery(key.tag())) {
                add(key, answer);
            }
        }
        return answer.build();
    }

    private void add(Element key, DataSetBuilder answer) {
        DataSet source = source(key.tag());
        Optional<Element> found = source.element(key.tag());
        if (found.isEmpty()) {
            answer.put(new Element(key.tag(), key.vr(), new Value.Bytes(new byte[0])));
        } else if (found.get().vr().isText() && found.get().vr() != Vr.UN) {
            answer.string(key.tag(), found.get().vr(), source.strings(key.tag()).toArray(String[]::new));
        } else if (!(found.get().value() instanceof Value.InFile)) {
            answer.put(found.get());
        }
    }

    private DataSet source(int tag) {
        if (known.contains(tag)) {
            return known;
        }
        if (read.isEmpty()) {
            read = Optional.of(header.get());
        }
        return read.get();
    }

    private static boolean isAboutTheQuery(int tag) {
        return tag == QueryTag.QUERY_RETRIEVE_LEVEL
                || tag == Tag.SPECIFIC_CHARACTER_SET
                || tag == QueryTag.TIMEZONE_OFFSET
                || tag == QueryTag.RETRIEVE_AE_TITLE
                || tag == QueryTag.INSTANCE_AVAILABILITY
                || (tag & 0xFFFF) == 0;
    }
}
