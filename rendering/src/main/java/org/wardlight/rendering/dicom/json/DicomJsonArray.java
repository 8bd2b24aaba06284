// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.wardlight.rendering.dicom.DataSet;

/** A JSON array of data sets that is written as they come. One thread. */
public final class DicomJsonArray implements AutoCloseable {
    private final JsonGenerator json;

    DicomJsonArray(JsonGenerator json) throws IOException {
        this.json = json;
        json.writeStartArray();
    }

    public DicomJsonArray add(DataSet data, BulkData bulk) throws IOException {
        new ElementJson(json, bulk).writeDataSet(data);
        return this;
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.close();
    }
}
