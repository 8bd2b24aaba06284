// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Element;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Value;
import org.wardlight.rendering.dicom.Vr;

/** Reads JSON objects as data sets; members of an element may come in any order. Recursion ends at {@link Limits#depth}. One thread. */
final class DataSetJson {
    private final JsonParser json;
    private final Limits limits;
    private final BulkDataSource bulk;
    private int elements;
    private long held;

    DataSetJson(JsonParser json, Limits limits, BulkDataSource bulk) {
        this.json = json;
        this.limits = limits;
        this.bulk = bulk;
    }

    /** One object, whose opening brace is the current token, to its closing one. */
    DataSet read(ElementPath path) throws IOException {
        Found object = object(path);
        if (!object.groups().isEmpty()) {
            throw malformed(path, "expected tags of eight hexadecimal digits");
        }
        return object.data();
    }

    /** Either a data set or the groups of a name: an element's VR, which tells which, may come later. */
    private Found object(ElementPath path) throws IOException {
        if (path.depth() > limits.depth()) {
            throw new LimitExceeded("sequences nested deeper than " + limits.depth() + ", at " + path);
        }
        DataSetBuilder data = DataSet.builder();
        Set<Integer> seen = new HashSet<>();
        Map<String, String> groups = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (name.matches("[0-9A-Fa-f]{8}")) {
                int tag = Integer.parseUnsignedInt(name, 16);
                if (!seen.add(tag)) {
                    throw malformed(path.with(tag), "comes twice");
                }
                element(path.with(tag), tag).ifPresent(data::put);
            } else if (NameGroups.NAMES.contains(name)) {
                json.nextToken();
                groups.put(name, json.currentToken() == JsonToken.VALUE_NULL ? "" : string(path));
            } else {
                throw malformed(path, "expected a tag of eight hexadecimal digits, found another member");
            }
        }
        return new Found(data.build(), groups);
    }

    private Optional<Element> element(ElementPath path, int tag) throws IOException {
        if (++elements > limits.elements()) {
            throw new LimitExceeded("more than " + limits.elements() + " data elements, at " + path);
        }
        expect(JsonToken.START_OBJECT, path, "an object with its vr");
        @Nullable Vr vr = null;
        List<Found> values = List.of();
        byte @Nullable [] inline = null;
        @Nullable String uri = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            json.nextToken();
            switch (member) {
                case "vr" -> vr = vr(path);
                case "Value" -> values = values(path);
                case "InlineBinary" -> inline = binary(path);
                case "BulkDataURI" -> uri = string(path);
                default -> json.skipChildren();
            }
        }
        if (vr == null) {
            throw malformed(path, "has no vr");
        }
        boolean left = tag >>> 16 == 2 || tag >>> 16 == 0 || (tag & 0xFFFF) == 0;
        if (left) {
            return Optional.empty();
        }
        if (tag == Tag.SPECIFIC_CHARACTER_SET) {
            return Optional.of(new Element(tag, vr, new Value.Text(List.of("ISO_IR 192"))));
        }
        Optional<Value> value = uri == null ? Optional.of(value(path, vr, values, inline)) : bulk.value(path, vr, uri);
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(new Element(tag, fitting(vr, value.get()), value.get()));
    }

    /** Bulk data may turn out to be what its VR cannot hold: compressed pixel data is OB. */
    private static Vr fitting(Vr vr, Value value) {
        return value instanceof Value.Fragments ? Vr.OB : vr;
    }

    private Value value(ElementPath path, Vr vr, List<Found> values, byte @Nullable [] inline) {
        if (inline != null) {
            if (!ElementJson.BINARY.contains(vr)) {
                throw malformed(path, "has InlineBinary, which " + vr + " does not allow");
            }
            return new Value.Bytes(inline);
        }
        try {
            return ElementValues.of(vr, values);
        } catch (NumberFormatException e) {
            throw malformed(path, "has a value that " + vr + " does not hold");
        }
    }

    private Vr vr(ElementPath path) throws IOException {
        String code = string(path);
        Optional<Vr> vr = code.length() == 2 ? Vr.of(code.charAt(0), code.charAt(1)) : Optional.empty();
        return vr.orElseThrow(() -> malformed(path, "has a vr that the standard does not know"));
    }

    private List<Found> values(ElementPath path) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return List.of();
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw malformed(path, "expected a list as its Value");
        }
        List<Found> values = new ArrayList<>(1);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            hold(16, path);
            values.add(
                    switch (json.currentToken()) {
                        case START_OBJECT -> object(path.with(values.size() + 1));
                        case VALUE_STRING -> Found.text(string(path));
                        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Found.number(json.getText());
                        case VALUE_NULL -> Found.NULL;
                        default -> throw malformed(path, "expected strings, numbers, objects or null as its values");
                    });
        }
        return values;
    }

    private byte[] binary(ElementPath path) throws IOException {
        String text = string(path);
        try {
            return java.util.Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw malformed(path, "has InlineBinary that is no Base64");
        }
    }

    private String string(ElementPath path) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw malformed(path, "expected a string");
        }
        String text = json.getText();
        hold(text.length(), path);
        return text;
    }

    private void hold(long more, ElementPath path) {
        held += more;
        if (held > limits.dataSetBytes()) {
            throw new LimitExceeded("more than " + limits.dataSetBytes() + " bytes of values, at " + path);
        }
    }

    private void expect(JsonToken token, ElementPath path, String what) throws IOException {
        if (json.nextToken() != token) {
            throw malformed(path, "expected " + what);
        }
    }

    private static MalformedDicom malformed(ElementPath path, String what) {
        return new MalformedDicom((path.steps().isEmpty() ? "data set" : path) + ": " + what);
    }
}
