// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Element;
import org.wardlight.rendering.dicom.RawInput;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Value;
import org.wardlight.rendering.dicom.Value.Bytes;
import org.wardlight.rendering.dicom.Value.Fragments;
import org.wardlight.rendering.dicom.Value.Raw;
import org.wardlight.rendering.dicom.Vr;

/** Writes elements as members of JSON objects (PS3.18 F.2.2 to F.2.7). One thread. */
final class ElementJson {
    /** VRs whose bytes are written in Base64 (F.2.7). */
    static final Set<Vr> BINARY = EnumSet.of(Vr.OB, Vr.OD, Vr.OF, Vr.OL, Vr.OV, Vr.OW, Vr.UN);

    /** VRs that may go by reference (F.2.6). */
    private static final Set<Vr> BULK = EnumSet.of(
            Vr.DS, Vr.FD, Vr.FL, Vr.IS, Vr.LT, Vr.SL, Vr.SS, Vr.ST, Vr.SV, Vr.UC, Vr.UL, Vr.US, Vr.UT, Vr.UV);

    private static final String UTF_8 = "ISO_IR 192";

    private final JsonGenerator json;
    private final BulkData bulk;

    ElementJson(JsonGenerator json, BulkData bulk) {
        this.json = json;
        this.bulk = bulk;
    }

    void writeDataSet(DataSet data) throws IOException {
        boolean unlabelled = !data.contains(Tag.SPECIFIC_CHARACTER_SET) && Ascii.exceeded(data);
        DataSet labelled = unlabelled
                ? data.toBuilder().string(Tag.SPECIFIC_CHARACTER_SET, UTF_8).build()
                : data;
        write(labelled, ElementPath.ROOT);
    }

    private void write(DataSet data, ElementPath path) throws IOException {
        json.writeStartObject();
        for (Element element : data.elements()) {
            int group = element.tag() >>> 16;
            boolean left = (element.tag() & 0xFFFF) == 0 || group == 0 || group == 2;
            if (!left) {
                write(data, element, path.with(element.tag()));
            }
        }
        json.writeEndObject();
    }

    private void write(DataSet data, Element element, ElementPath path) throws IOException {
        Optional<String> uri = mayRefer(element, path) ? bulk.uris().of(path, element) : Optional.empty();
        boolean leftOut = uri.isEmpty() && (isPixelData(path) || element.value() instanceof Fragments);
        if (leftOut) {
            return;
        }
        json.writeFieldName("%08X".formatted(element.tag()));
        json.writeStartObject();
        json.writeStringField("vr", element.vr().name());
        if (uri.isPresent()) {
            json.writeStringField("BulkDataURI", uri.get());
        } else if (element.tag() == Tag.SPECIFIC_CHARACTER_SET) {
            texts(List.of(UTF_8));
        } else {
            writeValue(data, element, path);
        }
        json.writeEndObject();
    }

    private boolean mayRefer(Element element, ElementPath path) {
        Value value = element.value();
        boolean elsewhere = value instanceof Fragments || (value instanceof Raw && !(value instanceof Bytes));
        boolean fits = BINARY.contains(element.vr()) || BULK.contains(element.vr());
        return fits && (elsewhere || isPixelData(path) || length(value) > bulk.threshold());
    }

    private static boolean isPixelData(ElementPath path) {
        int tag = path.steps().get(0);
        return path.depth() == 0
                && (tag == Tag.PIXEL_DATA || tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA);
    }

    private static long length(Value value) {
        if (value instanceof Value.Text text) {
            return text.values().stream().mapToLong(one -> one.length() + 1L).sum() - 1;
        }
        return value instanceof Raw raw ? raw.length() : 0;
    }

    private void writeValue(DataSet data, Element element, ElementPath path) throws IOException {
        if (element.value() instanceof Value.Items items) {
            sequence(items.items(), path);
        } else if (BINARY.contains(element.vr())) {
            binary(element);
        } else if (element.value() instanceof Raw && !(element.value() instanceof Bytes)) {
            throw new LimitExceeded(Tag.format(element.tag()) + " has " + length(element.value()) + " bytes of "
                    + element.vr() + ", which go into JSON by reference only");
        } else if (element.vr().isText()) {
            text(element.vr(), data.strings(element.tag()));
        } else if (element.value() instanceof Bytes bytes) {
            array(BinaryNumbers.toJson(element.vr(), bytes.bytes()));
        }
    }

    private void sequence(List<DataSet> items, ElementPath path) throws IOException {
        if (!items.isEmpty()) {
            json.writeArrayFieldStart("Value");
            for (int i = 0; i < items.size(); i++) {
                write(items.get(i), path.with(i + 1));
            }
            json.writeEndArray();
        }
    }

    private void binary(Element element) throws IOException {
        if (element.value() instanceof Raw raw && raw.length() > 0) {
            json.writeFieldName("InlineBinary");
            // Jackson takes the length of a stream as an int; more goes by reference.
            if (raw.length() > Integer.MAX_VALUE) {
                throw new LimitExceeded(Tag.format(element.tag()) + " has " + raw.length()
                        + " bytes, which go into JSON by reference only");
            }
            try (InputStream in = RawInput.open(raw, element.vr())) {
                json.writeBinary(in, (int) raw.length());
            }
        }
    }

    private void text(Vr vr, List<String> values) throws IOException {
        boolean empty = values.isEmpty() || (values.size() == 1 && values.get(0).isEmpty());
        if (empty) {
            return;
        }
        if (vr == Vr.PN) {
            names(values);
        } else if (vr.kind() == Vr.Kind.DECIMAL_STRING) {
            array(values.stream().map(value -> DecimalText.toJson(vr, value)).toList());
        } else {
            texts(values);
        }
    }

    private void texts(List<String> values) throws IOException {
        array(values.stream().map(JsonValue::text).toList());
    }

    private void array(List<JsonValue> values) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("Value");
        for (JsonValue value : values) {
            value.write(json);
        }
        json.writeEndArray();
    }

    private void names(List<String> values) throws IOException {
        json.writeArrayFieldStart("Value");
        for (String value : values) {
            NameGroups.write(json, value);
        }
        json.writeEndArray();
    }
}
