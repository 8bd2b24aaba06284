// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException.LimitExceeded;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomObject;
import org.wardlight.rendering.dicom.Limits;

/**
 * Data sets as DICOM JSON (PS3.18 F). All text is UTF-8 and Specific Character Set says so; file meta, command elements and group
 * lengths are left out; numbers that JSON's readers would round are strings; not-a-number and the infinities are the strings
 * {@code NaN}, {@code Infinity} and {@code -Infinity}. Thread-safe.
 */
public final class DicomJson {
    public static final String MEDIA_TYPE = "application/dicom+json";

    private DicomJson() {}

    /** Writes one data set as a JSON object; the output stays open. */
    public static void write(DataSet data, BulkData bulk, OutputStream out) throws IOException {
        try (JsonGenerator json = Factory.generator(out)) {
            new ElementJson(json, bulk).writeDataSet(data);
        }
    }

    /** As above, with the pixel data of an object as read, by reference; its source must be open. */
    public static void write(DicomObject object, BulkData bulk, OutputStream out) throws IOException {
        write(object.whole(), bulk, out);
    }

    /** Begins a JSON array of data sets, as answers to queries are; closing it ends the array and leaves the output open. */
    public static DicomJsonArray array(OutputStream out) throws IOException {
        return new DicomJsonArray(Factory.generator(out));
    }

    /**
     * Reads one data set from a JSON object.
     *
     * @throws MalformedDicom when this is no DICOM JSON: says which element or which line and column, and what was expected
     * @throws LimitExceeded when it asks for more than the limits allow
     */
    public static DataSet read(InputStream in, Limits limits, BulkDataSource bulk) throws IOException {
        List<DataSet> all = readAll(in, limits, bulk);
        if (all.size() != 1) {
            throw new MalformedDicom("expected one data set in the JSON, found " + all.size());
        }
        return all.get(0);
    }

    /** As {@link #read}, for an array of data sets or a single one; the limits are those of all of them together. */
    public static List<DataSet> readAll(InputStream in, Limits limits, BulkDataSource bulk) throws IOException {
        try (JsonParser json = Factory.parser(in, limits)) {
            return readAll(json, new DataSetJson(json, limits, bulk));
        } catch (StreamConstraintsException e) {
            throw new LimitExceeded("the JSON asks for more than the limits allow, " + place(e));
        } catch (JsonProcessingException e) {
            throw new MalformedDicom("this is no JSON, " + place(e));
        }
    }

    private static List<DataSet> readAll(JsonParser json, DataSetJson reader) throws IOException {
        List<DataSet> all = new ArrayList<>();
        @Nullable JsonToken first = json.nextToken();
        if (first == JsonToken.START_OBJECT) {
            all.add(reader.read(ElementPath.ROOT));
        } else if (first == JsonToken.START_ARRAY) {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                all.add(reader.read(ElementPath.ROOT));
            }
            if (json.currentToken() != JsonToken.END_ARRAY) {
                throw new MalformedDicom("expected a data set as a JSON object, item " + (all.size() + 1));
            }
        } else {
            throw new MalformedDicom("expected a JSON object or an array of them");
        }
        if (json.nextToken() != null) {
            throw new MalformedDicom("something follows the data set in the JSON");
        }
        return all;
    }

    /** Never the parser's own words: they quote what they found. */
    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? "at an unknown place"
                : "at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
